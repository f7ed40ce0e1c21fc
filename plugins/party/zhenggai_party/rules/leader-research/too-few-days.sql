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
spent AS (
  SELECT visit.person, year.label, sum(visit.days) AS days, list(visit._row ORDER BY visit._row) AS visits
  FROM visit
  JOIN core.years AS year ON visit.date BETWEEN year.first_day AND year.last_day
  GROUP BY ALL
),
unsure AS (
  SELECT sum(days) AS days
  FROM visit
  WHERE date IS NULL OR person IS NULL OR _row IN (SELECT _row FROM core.unread WHERE field = 'days')
)
SELECT list_concat([staff._row], spent.visits) AS _rows, year.label || '|' || staff.name AS key,
       staff.name, staff.name AS owner, year.label AS year, coalesce(spent.days, 0) AS days,
       year.last_day AS due, least(year.last_day, as_of()) AS fact_date,
       CASE WHEN coalesce(spent.days, 0) >= $days_per_year THEN 'ok'
            WHEN NOT year.ended THEN 'pending'
            WHEN unsure.days > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM staff
CROSS JOIN core.years AS year
CROSS JOIN unsure
LEFT JOIN spent ON spent.person = staff.person AND spent.label = year.label
