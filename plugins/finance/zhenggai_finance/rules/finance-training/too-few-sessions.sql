SELECT flatten(list(session_rows) FILTER (session_date IS NOT NULL)) AS _rows,
       label AS key,
       label AS year,
       count(session.session_date) AS times,
       any_value(last_day) AS due,
       any_value(last_day) AS fact_date,
       CASE WHEN count(session.session_date) >= $min_per_year THEN 'ok'
            WHEN NOT any_value(ended) THEN 'pending'
            WHEN count(session.session_date) + (SELECT count(*) FROM session WHERE session_date IS NULL) >= $min_per_year THEN 'gap'
            ELSE 'violation' END AS verdict
FROM core.years AS year
LEFT JOIN session ON session.session_date BETWEEN year.first_day AND year.last_day
GROUP BY label
