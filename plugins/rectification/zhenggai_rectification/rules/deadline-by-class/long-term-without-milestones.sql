SELECT _row, "no", finding, deadline, steps, leader AS owner,
       CASE WHEN measure IS NULL AND progress IS NULL THEN 'gap'
            ELSE judge(steps >= 2 AND (limit_day IS NULL OR limit_day > period_last) IS NOT FALSE) END AS verdict
FROM stepped
WHERE long_term
  AND category IS DISTINCT FROM '立行立改'
  AND category IS DISTINCT FROM '限期整改'
  AND status IS DISTINCT FROM '已完成'
  AND status IS DISTINCT FROM '已销号'
