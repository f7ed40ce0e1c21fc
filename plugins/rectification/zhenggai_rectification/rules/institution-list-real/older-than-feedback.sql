SELECT _row, name, issued, feedback, issued AS fact_date, judge(issued >= feedback) AS verdict
FROM listed
WHERE kind IN ('新建', '修订')
  AND status IS DISTINCT FROM '计划中'
  AND status IS DISTINCT FROM '已废止'
