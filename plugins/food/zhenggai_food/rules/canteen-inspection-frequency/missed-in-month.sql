WITH visited AS (
  SELECT canteen_row,
         date_trunc('month', inspect_date) AS month,
         count(DISTINCT inspect_date) FILTER (sure) AS found,
         count(*) FILTER (NOT sure OR inspect_date IS NULL) AS unclear
  FROM link
  JOIN food.inspection_ledger AS ledger ON ledger._row = link.entry_row
  GROUP BY ALL
),
served AS (
  SELECT DISTINCT calendar.day
  FROM core.calendar AS calendar
  JOIN food.term_calendar AS term ON calendar.day BETWEEN term.start_date AND term.end_date
  WHERE term.kind = '学期'
    AND calendar.is_workday
    AND in_period(calendar.day)
    AND calendar.day NOT IN (
      SELECT unnest(range(start_date, end_date + 1, INTERVAL 1 DAY)) FROM food.term_calendar WHERE kind = '非供餐')
),
serving AS (
  SELECT canteen._row, date_trunc('month', served.day) AS month, count(*) AS days
  FROM canteen
  CROSS JOIN served
  WHERE canteen.district = '乡镇'
    AND (served.day >= open_date) IS NOT FALSE
    AND (served.day BETWEEN suspended_from AND coalesce(suspended_to, served.day)) IS NOT TRUE
  GROUP BY ALL
)
SELECT serving._row,
       strftime(serving.month, '%Y-%m') AS subject,
       strftime(serving.month, '%Y-%m') AS month,
       school_name,
       coalesce(canteen_name, '') AS canteen_name,
       station AS owner,
       days,
       coalesce(visited.found, 0) AS found,
       CAST(last_day(serving.month) AS DATE) AS due,
       CAST(last_day(serving.month) AS DATE) AS fact_date,
       CASE WHEN coalesce(visited.found, 0) >= $min_per_month_rural THEN 'ok'
            WHEN due > as_of() THEN 'pending'
            WHEN coalesce(visited.found, 0) + coalesce(visited.unclear, 0) + coalesce(undated.unclear, 0) >= $min_per_month_rural THEN 'gap'
            ELSE 'violation' END AS verdict
FROM serving
JOIN food.canteen_register USING (_row)
LEFT JOIN visited ON visited.canteen_row = serving._row AND visited.month = serving.month
LEFT JOIN visited AS undated ON undated.canteen_row = serving._row AND undated.month IS NULL
WHERE days >= $min_serving_days
UNION ALL
-- Months of a term beyond the holiday calendar: which days were served is not known.
SELECT _row, '节假日安排', strftime(period_end(), '%Y-%m'), school_name, coalesce(canteen_name, ''), station, NULL, NULL, NULL, NULL, 'gap'
FROM canteen
WHERE district = '乡镇'
  AND least(period_end(), as_of()) > (SELECT max(day) FROM core.calendar)
