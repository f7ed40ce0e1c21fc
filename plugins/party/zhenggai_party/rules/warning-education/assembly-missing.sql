SELECT list(event._row ORDER BY event._row) FILTER (event._row IS NOT NULL) AS _rows,
       year.label AS key, year.label AS year,
       count(event._row) AS times,
       coalesce(max(round(100.0 * event.present / nullif(event."due", 0), 1)), 0) AS best_rate,
       any_value(year.last_day) AS due,
       least(any_value(year.last_day), as_of()) AS fact_date,
       CASE WHEN bool_or(event.present >= $min_rate * event."due" AND event."due" > 0) THEN 'ok'
            WHEN NOT any_value(year.ended) THEN 'pending'
            WHEN count(*) FILTER (event._row IS NOT NULL AND (event.present IS NULL OR event."due" IS NULL)) > 0
              OR EXISTS (SELECT 1 FROM party.warning_education WHERE date IS NULL OR form IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM core.years AS year
LEFT JOIN party.warning_education AS event
  ON event.date BETWEEN year.first_day AND year.last_day
 AND event.form = '警示教育大会'
GROUP BY year.label
