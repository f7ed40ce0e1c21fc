SELECT *,
       start_day + CAST(least(coalesce(pay_days, $pay_days_default), $pay_days_most) AS INTEGER) AS last_day,
       CASE WHEN $holiday_shift THEN next_workday(last_day) ELSE last_day END AS deadline
FROM started
