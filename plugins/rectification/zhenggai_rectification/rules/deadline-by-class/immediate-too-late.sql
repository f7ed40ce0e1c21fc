SELECT _row, "no", finding, feedback, limit_day, leader AS owner,
       judge(limit_day - feedback <= $immediate_days) AS verdict
FROM limits
WHERE category = '立行立改'
