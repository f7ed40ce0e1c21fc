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
