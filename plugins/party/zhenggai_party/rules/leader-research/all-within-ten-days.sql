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
