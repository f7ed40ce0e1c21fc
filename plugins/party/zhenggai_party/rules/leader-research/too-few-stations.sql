WITH reached AS (
  SELECT stop.person, year.label, count(DISTINCT stop.spelled) AS stations, list(DISTINCT stop._row) AS visits
  FROM stop
  JOIN core.years AS year ON stop.date BETWEEN year.first_day AND year.last_day
  -- Enterprises and markets are no stations.
  JOIN station ON station.spelled = stop.spelled
  GROUP BY ALL
)
SELECT list_concat([staff._row], reached.visits) AS _rows, year.label || '|' || staff.name AS key,
       staff.name, staff.name AS owner, year.label AS year, coalesce(reached.stations, 0) AS stations,
       year.last_day AS due, least(year.last_day, as_of()) AS fact_date,
       CASE WHEN coalesce(reached.stations, 0) >= $stations_each THEN 'ok'
            WHEN NOT EXISTS (SELECT 1 FROM station) THEN 'gap'
            WHEN NOT year.ended THEN 'pending'
            WHEN EXISTS (SELECT 1 FROM stop WHERE date IS NULL OR unit_name IS NULL OR person IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM staff
CROSS JOIN core.years AS year
LEFT JOIN reached ON reached.person = staff.person AND reached.label = year.label
