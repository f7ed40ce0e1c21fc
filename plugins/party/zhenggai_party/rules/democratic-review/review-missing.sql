WITH branch AS (
  SELECT _row, branch, secretary, regexp_replace(replace(norm_name(split_names(branch)[1]), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name,
         year.label, year.last_day, year(year.first_day) AS year_number
  FROM party.branches
  CROSS JOIN core.years AS year
  WHERE coalesce(level, CASE WHEN contains(branch, '党委') THEN '基层党委' WHEN contains(branch, '总支') THEN '党总支' ELSE '党支部' END) = '党支部'
    AND (founded_to IS NULL OR founded_to <= year.first_day)
    AND (dissolved_from IS NULL OR dissolved_from >= year.last_day)
),
meeting AS (
  SELECT *,
         regexp_replace(replace(norm_name(held_by), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name,
         norm_text(type) AS kind,
         concat_ws(' ', type, agenda, remarks) AS headed,
         -- A meeting early in the year may be the one of the year before, if it says so.
         CASE WHEN month(date) <= 3
               AND (regexp_matches(headed, '上(一)?年度')
                    OR contains(headed, CAST(year(date) - 1 AS VARCHAR) || '年'))
              THEN year(date) - 1
              ELSE year(date) END AS for_year
  FROM (
    SELECT *, unnest(CASE WHEN branch IS NULL THEN [NULL] ELSE split_names(branch) END) AS held_by
    FROM party.meetings
  )
),
held AS (
  SELECT name, for_year AS year_number, list(DISTINCT _row) AS meetings
  FROM meeting
  WHERE (contains(kind, '民主评议') OR (contains(kind, '组织生活会') AND contains(headed, '民主评议')))
    AND date IS NOT NULL
    AND present IS DISTINCT FROM 0
  GROUP BY ALL
),
unsure AS (
  SELECT branch.name, branch.year_number, count(*) AS meetings
  FROM branch
  JOIN meeting
    ON (meeting.name = branch.name OR meeting.name IS NULL)
   AND (meeting.date IS NULL OR meeting.for_year = branch.year_number)
  WHERE (contains(kind, '民主评议') OR (contains(kind, '组织生活会') AND contains(headed, '民主评议')))
    AND ((date IS NULL AND planned IS NULL) OR meeting.name IS NULL)
  GROUP BY ALL
)
SELECT list_concat([branch._row], held.meetings) AS _rows,
       branch.branch || '|' || branch.label AS key,
       branch.branch AS branch,
       branch.label AS year,
       branch.secretary AS owner,
       branch.last_day AS due,
       least(branch.last_day, as_of()) AS fact_date,
       CASE WHEN len(held.meetings) > 0 THEN 'ok'
            WHEN as_of() <= branch.last_day THEN 'pending'
            WHEN unsure.meetings > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM branch
LEFT JOIN unsure ON unsure.name = branch.name AND unsure.year_number = branch.year_number
LEFT JOIN held ON held.name = branch.name AND held.year_number = branch.year_number
