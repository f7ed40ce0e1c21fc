WITH done AS (
  SELECT canteen_row,
         date_trunc('week', record_date) AS monday,
         count(*) FILTER (record_type = '周排查' AND sure AND record_date IS NOT NULL) AS times,
         count(*) FILTER (record_type IS NULL OR (record_type = '周排查' AND (NOT sure OR record_date IS NULL))) AS unclear
  FROM controlled
  GROUP BY ALL
),
counted AS (
  SELECT _row, CAST(date_trunc('week', day) AS DATE) AS monday, count(*) AS days
  FROM serving
  GROUP BY ALL
)
SELECT counted._row,
       strftime(counted.monday, '%G年第%V') AS subject,
       strftime(counted.monday, '%G年第%V') AS week,
       counted.monday,
       counted.monday + 6 AS due,
       school_name,
       coalesce(canteen_name, '') AS canteen_name,
       station AS owner,
       days,
       counted.monday AS fact_date,
       CASE WHEN coalesce(dated.times, 0) > 0 THEN 'ok'
            WHEN counted.monday + 6 > as_of() THEN 'pending'
            WHEN coalesce(dated.unclear, 0) + coalesce(undated.unclear, 0) > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM counted
JOIN canteen USING (_row)
LEFT JOIN done AS dated ON dated.canteen_row = counted._row AND dated.monday = counted.monday
LEFT JOIN done AS undated ON undated.canteen_row = counted._row AND undated.monday IS NULL
