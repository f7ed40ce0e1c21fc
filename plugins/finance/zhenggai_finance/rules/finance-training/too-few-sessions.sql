WITH session AS (
  -- Rows of one day and topic are one session, however many signed.
  SELECT session_date,
         any_value(topic) AS topic,
         list(_row ORDER BY _row) AS session_rows,
         count(DISTINCT norm_text(attendee)) AS signed,
         bool_or(regexp_matches(concat_ws(' ', topic, lecturer), '财政局|审计局|专家')) AS external
  FROM finance.training_record
  WHERE len(list_filter($topics, lambda one: contains(topic, one))) > 0
  GROUP BY session_date, CASE WHEN session_date IS NULL THEN norm_text(topic) END
)
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
