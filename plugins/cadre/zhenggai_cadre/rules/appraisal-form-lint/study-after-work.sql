WITH told AS (
  SELECT *, regexp_matches(words, '(大学|学院|学校|中专|中学).*(学习|学生|读书|专业|就读)') AND NOT regexp_matches(words, '在职|函授|自考|党校|教师|讲师|干事') AS study
  FROM stretch
)
SELECT _row,
       any_value(name) AS name,
       string_agg(left(line, 30), '；' ORDER BY number) FILTER (study AND number > first_work) AS late,
       any_value(form_date) AS fact_date,
       CASE WHEN late IS NOT NULL THEN 'doubt'
            WHEN bool_or(NOT written) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM (SELECT *, min(number) FILTER (NOT study) OVER (PARTITION BY _row) AS first_work FROM told)
GROUP BY _row
