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
day AS (
  SELECT stop.person, stop.date, count(DISTINCT stop.spelled) AS stations, list(DISTINCT stop._row) AS visits
  FROM stop
  JOIN station ON station.spelled = stop.spelled
  WHERE in_period(stop.date) IS NOT FALSE
  GROUP BY ALL
)
SELECT visits AS _rows, concat_ws('|', person, date) AS key, person AS name, person AS owner, date, stations, date AS fact_date,
       CASE WHEN person IS NULL OR date IS NULL THEN 'gap' ELSE judge(stations <= $max_stations_day) END AS verdict
FROM day
