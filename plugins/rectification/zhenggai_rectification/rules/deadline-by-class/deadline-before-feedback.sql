SELECT _row, "no", finding, limit_day, feedback, leader AS owner,
       judge(limit_day >= feedback) AS verdict
FROM limits
WHERE NOT (long_term AND limit_day IS NULL)
  AND trim(coalesce(deadline, '')) <> ''
