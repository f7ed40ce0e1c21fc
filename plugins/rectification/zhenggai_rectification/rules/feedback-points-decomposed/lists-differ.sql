WITH problems AS (
  SELECT min(_row) AS _row,
         norm_text(problem_id) AS problem_id,
         any_value(problem) AS problem,
         list_distinct(list(kind)) AS kinds
  FROM rectification.three_lists
  WHERE kind IN ('问题清单', '任务清单', '责任清单')
  GROUP BY norm_text(problem_id)
),
given AS (
  SELECT list_distinct(list(kind)) AS kinds
  FROM rectification.three_lists
  WHERE kind IN ('问题清单', '任务清单', '责任清单')
)
SELECT problems._row,
       problems.problem_id,
       coalesce(problems.problem, '') AS problem,
       problems.problem_id AS key,
       array_to_string(list_filter(['问题清单', '任务清单', '责任清单'], lambda one: NOT list_contains(problems.kinds, one)), '、') AS missing,
       CASE WHEN problems.problem_id IS NULL OR len(given.kinds) < 3 THEN 'gap'
            ELSE judge(len(problems.kinds) = 3) END AS verdict
FROM problems
CROSS JOIN given
