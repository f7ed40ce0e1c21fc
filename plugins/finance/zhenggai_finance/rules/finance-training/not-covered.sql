WITH attended AS (
  SELECT DISTINCT norm_text(attendee) AS who,
         year(session_date) AS year
  FROM finance.training_record
  WHERE len(list_filter($topics, lambda one: contains(topic, one))) > 0
), excused AS (
  SELECT norm_text(person) AS who,
         max(off_date_to) AS off_day,
         bool_or(regexp_matches(remarks, '病假|产假|长期休假')) AS on_leave
  FROM finance.staff_roster
  GROUP BY norm_text(person)
), duty AS (
  SELECT post._row,
         post.person,
         post.post,
         label,
         last_day,
         ended,
         norm_text(post.person) AS who,
         -- In the post on every day of the year; a date known to the month leaves both possibilities.
         coalesce(from_date_to, DATE '1900-01-01') <= first_day AND coalesce(to_date_from, DATE '9999-12-31') >= last_day AS certain
  FROM finance.post_assignment AS post
  JOIN core.years AS year
    ON coalesce(from_date_from, DATE '1900-01-01') <= first_day
   AND coalesce(to_date_to, DATE '9999-12-31') >= last_day
  WHERE list_contains($must_attend, post.post)
)
SELECT duty._row,
       label AS subject,
       person,
       post,
       label AS year,
       person AS owner,
       last_day AS due,
       last_day AS fact_date,
       CASE WHEN attended.who IS NOT NULL THEN 'ok'
            WHEN NOT ended THEN 'pending'
            WHEN duty.who IS NULL OR NOT certain THEN 'gap'
            ELSE 'violation' END AS verdict
FROM duty
LEFT JOIN attended ON attended.who = duty.who AND attended.year = year(last_day)
LEFT JOIN excused ON excused.who = duty.who
WHERE (year(excused.off_day) = year(last_day)) IS NOT TRUE
  AND coalesce(on_leave, FALSE) = FALSE
