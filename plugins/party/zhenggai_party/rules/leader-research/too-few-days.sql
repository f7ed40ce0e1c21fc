WITH spent AS (
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
