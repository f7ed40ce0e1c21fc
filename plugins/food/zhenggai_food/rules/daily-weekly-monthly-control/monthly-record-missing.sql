WITH done AS (
  SELECT canteen_row, record_date, sure AND record_date IS NOT NULL AND record_type IS NOT NULL AS clear
  FROM controlled
  WHERE record_type = '月调度'
     OR record_type IS NULL
),
counted AS (
  SELECT _row, CAST(date_trunc('month', day) AS DATE) AS first_day, count(*) AS days
  FROM serving
  GROUP BY ALL
  HAVING count(*) >= $min_operating_days
)
SELECT counted._row,
       strftime(first_day, '%Y-%m') AS subject,
       strftime(first_day, '%Y-%m') AS month,
       any_value(school_name) AS school_name,
       coalesce(any_value(canteen_name), '') AS canteen_name,
       any_value(station) AS owner,
       any_value(days) AS days,
       CAST(last_day(first_day) AS DATE) + $late_days AS due,
       first_day AS fact_date,
       CASE WHEN bool_or(clear AND record_date BETWEEN first_day AND CAST(last_day(first_day) AS DATE) + $late_days) THEN 'ok'
            WHEN due > as_of() THEN 'pending'
            WHEN bool_or(NOT clear AND (record_date IS NULL OR record_date BETWEEN first_day AND CAST(last_day(first_day) AS DATE) + $late_days)) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM counted
JOIN canteen USING (_row)
LEFT JOIN done ON done.canteen_row = counted._row
GROUP BY counted._row, first_day
