SELECT _row,
       "no",
       finding,
       effective_day,
       leader AS owner,
       effective_day AS due,
       CASE WHEN effective_day IS NULL THEN 'gap'
            WHEN effective_day >= as_of() THEN 'pending'
            ELSE 'violation' END AS verdict
FROM due_rows
WHERE status = '基本完成'
  AND NOT (long_term AND effective_day IS NULL)
UNION ALL
SELECT _row, "no", finding, effective_day, leader AS owner, NULL AS due, 'ok' AS verdict
FROM due_rows
WHERE status IN ('已完成', '已销号')
