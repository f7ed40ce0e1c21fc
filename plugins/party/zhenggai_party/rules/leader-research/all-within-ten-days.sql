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
)
SELECT list(DISTINCT visit._row) AS _rows, concat_ws('|', year.label, visit.person) AS key, visit.person AS name, visit.person AS owner,
       year.label AS year, count(DISTINCT visit._row) AS visits, min(visit.date) AS first_date, max(visit.date) AS last_date,
       any_value(year.last_day) AS due, least(any_value(year.last_day), as_of()) AS fact_date,
       CASE WHEN visit.person IS NULL THEN 'gap'
            WHEN last_date - first_date + 1 > 10 THEN 'ok'
            WHEN NOT any_value(year.ended) THEN 'pending'
            ELSE 'violation' END AS verdict
FROM visit
JOIN core.years AS year ON visit.date BETWEEN year.first_day AND year.last_day
GROUP BY visit.person, year.label
-- One visit alone cannot be crowded.
HAVING count(DISTINCT visit.date) >= 2
    OR visit.person IS NULL
