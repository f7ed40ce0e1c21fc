SELECT DISTINCT calendar.day
FROM core.calendar AS calendar
JOIN food.term_calendar AS term ON calendar.day BETWEEN term.start_date AND term.end_date
WHERE term.kind = '学期'
  AND calendar.is_workday
  AND in_period(calendar.day)
  AND calendar.day NOT IN (
    SELECT unnest(range(start_date, end_date + 1, INTERVAL 1 DAY)) FROM food.term_calendar WHERE kind = '非供餐')
