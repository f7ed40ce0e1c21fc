-- Rows of one day and topic are one session, however many signed.
SELECT session_date,
       any_value(topic) AS topic,
       list(_row ORDER BY _row) AS session_rows,
       count(DISTINCT norm_text(attendee)) AS signed,
       bool_or(regexp_matches(concat_ws(' ', topic, lecturer), '财政局|审计局|专家')) AS external
FROM finance.training_record
WHERE len(list_filter($topics, lambda one: contains(topic, one))) > 0
GROUP BY session_date, CASE WHEN session_date IS NULL THEN norm_text(topic) END
