SELECT CAST(unnest(range(start_date, end_date + 1, INTERVAL 1 DAY)) AS DATE) AS day
FROM food.term_calendar
WHERE kind = '非供餐'
