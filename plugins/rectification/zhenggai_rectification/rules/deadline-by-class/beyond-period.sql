SELECT _row, "no", finding, limit_day, period_last, leader AS owner,
       judge(limit_day <= period_last OR steps >= 2) AS verdict
FROM stepped
WHERE category = '限期整改'
  -- A deadline before the feedback is reported as such.
  AND (limit_day >= feedback) IS NOT FALSE
