SELECT session_rows AS _rows,
       concat_ws('|', session_date, topic) AS key,
       coalesce(CAST(session_date AS VARCHAR), '日期不明') AS session_date,
       topic,
       signed,
       session.session_date AS fact_date,
       CASE WHEN session.session_date IS NULL THEN 'gap'
            ELSE judge(signed >= $min_attendees) END AS verdict
FROM session
WHERE in_period(session.session_date) IS NOT FALSE
