WITH day AS (
  SELECT stop.person, stop.date, count(DISTINCT stop.spelled) AS stations, list(DISTINCT stop._row) AS visits
  FROM stop
  JOIN station ON station.spelled = stop.spelled
  WHERE in_period(stop.date) IS NOT FALSE
  GROUP BY ALL
)
SELECT visits AS _rows, concat_ws('|', person, date) AS key, person AS name, person AS owner, date, stations, date AS fact_date,
       CASE WHEN person IS NULL OR date IS NULL THEN 'gap' ELSE judge(stations <= $max_stations_day) END AS verdict
FROM day
