WITH covered AS (
  SELECT stop.spelled, year.label, list(DISTINCT stop._row) AS visits
  FROM stop
  JOIN core.years AS year ON stop.date BETWEEN year.first_day AND year.last_day
  GROUP BY ALL
)
SELECT coalesce(covered.visits, []) AS _rows, year.label || '|' || station.name AS key,
       station.name AS station, station.name AS owner, year.label AS year,
       year.last_day AS due, least(year.last_day, as_of()) AS fact_date,
       CASE WHEN covered.visits IS NOT NULL THEN 'ok'
            WHEN NOT year.ended THEN 'pending'
            WHEN EXISTS (SELECT 1 FROM stop WHERE date IS NULL OR unit_name IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM core.years AS year
CROSS JOIN station
LEFT JOIN covered ON covered.spelled = station.spelled AND covered.label = year.label
UNION ALL
SELECT [], 'total', '基层所名单', NULL, NULL, NULL, NULL, 'gap'
WHERE NOT EXISTS (SELECT 1 FROM station)
