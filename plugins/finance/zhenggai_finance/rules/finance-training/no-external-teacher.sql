SELECT flatten(list(session_rows) FILTER (external)) AS _rows,
       label AS key,
       label AS year,
       count(session.session_date) FILTER (external) AS times,
       any_value(last_day) AS due,
       any_value(last_day) AS fact_date,
       CASE WHEN count(session.session_date) FILTER (external) >= $require_external THEN 'ok'
            WHEN NOT any_value(ended) THEN 'pending'
            ELSE 'doubt' END AS verdict
FROM core.years AS year
LEFT JOIN session ON session.session_date BETWEEN year.first_day AND year.last_day
GROUP BY label
