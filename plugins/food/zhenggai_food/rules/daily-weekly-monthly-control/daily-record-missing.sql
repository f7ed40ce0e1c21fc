WITH done AS (
  SELECT DISTINCT canteen_row, record_date FROM controlled WHERE record_type = '日管控' AND sure AND person IS NOT NULL
),
unclear AS (
  SELECT canteen_row, date_trunc('month', record_date) AS month, count(*) AS times
  FROM controlled
  WHERE (record_type = '日管控' OR record_type IS NULL)
    AND (record_date IS NULL OR record_type IS NULL OR NOT sure)
  GROUP BY ALL
),
counted AS (
  SELECT serving._row,
         date_trunc('month', day) AS month,
         count(*) AS days,
         count(*) FILTER (done.canteen_row IS NULL) AS missed,
         array_to_string(list_slice(list(strftime(day, '%m-%d') ORDER BY day) FILTER (done.canteen_row IS NULL), 1, 10), '、') AS first_missed
  FROM serving
  LEFT JOIN done ON done.canteen_row = serving._row AND done.record_date = serving.day
  WHERE day <= as_of()
  GROUP BY ALL
)
SELECT counted._row,
       strftime(counted.month, '%Y-%m') AS subject,
       strftime(counted.month, '%Y-%m') AS month,
       school_name,
       coalesce(canteen_name, '') AS canteen_name,
       station AS owner,
       days,
       missed,
       first_missed,
       CAST(last_day(counted.month) AS DATE) AS fact_date,
       CASE WHEN missed <= $tolerated_days THEN 'ok'
            WHEN missed - coalesce(dated.times, 0) - coalesce(undated.times, 0) <= $tolerated_days THEN 'gap'
            ELSE 'violation' END AS verdict
FROM counted
JOIN canteen USING (_row)
LEFT JOIN unclear AS dated ON dated.canteen_row = counted._row AND dated.month = counted.month
LEFT JOIN unclear AS undated ON undated.canteen_row = counted._row AND undated.month IS NULL
