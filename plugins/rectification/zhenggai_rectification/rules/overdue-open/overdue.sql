SELECT _row,
       "no",
       finding,
       deadline,
       coalesce(status, '未填') AS status,
       effective_day,
       as_of() - effective_day AS days_late,
       leader AS owner,
       effective_day AS due,
       CASE WHEN effective_day IS NULL THEN 'gap'
            WHEN effective_day >= as_of() THEN 'pending'
            ELSE 'violation' END AS verdict
FROM due_rows
WHERE (status IN ('未开展', '正在推进') OR (status IS NULL AND completed_date IS NULL))
  -- An item of lasting effort has no last day unless one is written.
  AND NOT (long_term AND effective_day IS NULL)
UNION ALL
SELECT _row,
       "no",
       finding,
       deadline,
       status,
       effective_day,
       0 AS days_late,
       leader AS owner,
       NULL AS due,
       'ok' AS verdict
FROM due_rows
WHERE status IN ('已完成', '已销号')
   OR (status IS NULL AND completed_date IS NOT NULL)
