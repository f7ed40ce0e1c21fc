WITH since AS (
  SELECT CASE WHEN $after_date <> '' THEN CAST(nullif($after_date, '') AS DATE) END AS day
)
SELECT flatten(list(session_rows) FILTER (session_date IS NOT NULL)) AS _rows,
       'total' AS key,
       count(session.session_date) AS times,
       since.day AS fact_date,
       CASE WHEN count(session.session_date) >= $min_after THEN 'ok'
            WHEN count(session.session_date) + (SELECT count(*) FROM session WHERE session_date IS NULL) >= $min_after THEN 'gap'
            ELSE 'violation' END AS verdict
FROM since
LEFT JOIN session ON session.session_date > since.day AND session.session_date <= as_of()
WHERE since.day IS NOT NULL
GROUP BY since.day
