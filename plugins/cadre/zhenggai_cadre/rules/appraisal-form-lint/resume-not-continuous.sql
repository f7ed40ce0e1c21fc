WITH linked AS (
  SELECT *, lag(ended) OVER (PARTITION BY _row ORDER BY number) AS before
  FROM stretch
)
SELECT _row,
       CAST(number AS VARCHAR) AS subject,
       name,
       strftime(before, '%Y.%m') AS ended_in,
       strftime(begun, '%Y.%m') AS begun_in,
       CASE WHEN begun > before THEN '断档' ELSE '重叠' END AS fault,
       abs(date_diff('month', before, begun)) AS months,
       form_date AS fact_date,
       judge(begun = before) AS verdict
FROM linked
WHERE number > 1
