WITH staff AS (
  SELECT _row, name, norm_name(name) AS person
  FROM cadre.roster
  WHERE regexp_matches(norm_text(concat_ws(' ', post, unit)), '局长|党组(书记|副书记|成员)|党委(书记|副书记|委员)|纪检监察组组长|总(工程师|检验师|药师)|食品安全总监')
    AND NOT regexp_matches(norm_text(concat_ws(' ', post, unit)), '原任|原局长|原副局长|退休|退出')
),
visit AS (
  SELECT _row, date, coalesce(days, 1) AS days, unit, issues, resolved, leader,
         norm_name(unnest(CASE WHEN len(split_names(leader)) = 0 THEN [NULL] ELSE split_names(leader) END)) AS person
  FROM party.research_visits
),
station AS (
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
reached AS (
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
