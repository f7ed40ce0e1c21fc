WITH station AS (
  SELECT name, regexp_replace(norm_name(name), '市场监督管理|市场监管|食品药品监督管理', '', 'g') AS spelled
  FROM core.sections
  WHERE regexp_matches(concat_ws(' ', kind, name), '所|站|中心|大队|支队|分局|事业单位|下属')
  UNION
  SELECT DISTINCT unit, regexp_replace(norm_name(unit), '市场监督管理|市场监管|食品药品监督管理', '', 'g')
  FROM cadre.roster
  WHERE NOT EXISTS (SELECT 1 FROM core.sections)
    AND regexp_matches(norm_text(unit), '(所|分局|中心|大队)$')
),
stop AS (
  SELECT _row, date, unit_name, regexp_replace(norm_name(unit_name), '市场监督管理|市场监管|食品药品监督管理', '', 'g') AS spelled,
         norm_name(unnest(CASE WHEN len(split_names(leader)) = 0 THEN [NULL] ELSE split_names(leader) END)) AS person
  FROM (
    SELECT _row, date, leader, unnest(CASE WHEN len(split_names(unit)) = 0 THEN [NULL] ELSE split_names(unit) END) AS unit_name
    FROM party.research_visits
  )
),
covered AS (
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
