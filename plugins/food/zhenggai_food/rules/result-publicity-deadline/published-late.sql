WITH inspection AS (
  SELECT *,
         coalesce(result_date, inspect_date) AS formed_on,
         day_in(publish_date) AS published_on,
         workdays_between(formed_on, coalesce(published_on, as_of())) AS taken
  FROM food.inspection_ledger
  WHERE in_period(inspect_date) IS NOT FALSE
    AND NOT coalesce(list_contains($not_public, inspect_type), FALSE)
),
judged AS (
  SELECT _row,
         CAST(NULL AS VARCHAR) AS key,
         inspect_date,
         subject_name,
         formed_on,
         publish_date,
         published_on,
         station AS owner,
         formed_on AS fact_date,
         add_workdays(formed_on, $public_workdays) AS due,
         taken - $public_workdays AS late,
         CASE WHEN publish_date IS NULL THEN '至今未公开，已超' || late || '个工作日'
              WHEN published_on IS NULL THEN '台账只写“' || publish_date || '”，看不出公开日期'
              ELSE published_on || '公开，超期' || late || '个工作日' END AS what,
         CASE WHEN formed_on IS NULL OR taken IS NULL THEN 'gap'
              WHEN published_on IS NOT NULL THEN judge(taken <= $public_workdays)
              WHEN publish_date IS NOT NULL THEN 'gap'
              WHEN taken <= $public_workdays THEN 'pending'
              ELSE 'violation' END AS verdict
  FROM inspection
  -- A date before the result is reported by itself.
  WHERE (published_on < formed_on) IS NOT TRUE
),
-- A ledger without any entry of publication says nothing of any row: what is missing is the
-- platform's export. That is one question, not one for each row.
kept AS (
  SELECT count(publish_date) > 0 AS entries_given
  FROM food.inspection_ledger
)
SELECT judged.*
FROM judged, kept
WHERE entries_given OR verdict <> 'violation'
UNION ALL
SELECT min(_row), '没有公示记录', min(inspect_date), any_value(subject_name), min(formed_on), NULL, NULL,
       NULL, min(fact_date), min(due), max(late),
       '台账没有一行填写公示日期，请提供公示平台的导出表（共' || count(*) || '行已过期限）', 'gap'
FROM judged, kept
WHERE NOT entries_given AND verdict = 'violation'
HAVING count(*) > 0
