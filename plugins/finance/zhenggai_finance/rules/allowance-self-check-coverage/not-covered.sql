WITH tally AS (
  SELECT who, checked_month, count(*) AS times
  FROM checked
  GROUP BY ALL
),
serving AS (
  SELECT roster._row,
         norm_text(person) AS who,
         person,
         person_category,
         first_day,
         last_day(first_day) AS last_day,
         count(*) OVER (PARTITION BY norm_text(person), first_day) AS namesakes
  FROM finance.staff_roster AS roster
  CROSS JOIN span
  WHERE len(list_filter($categories, lambda one: contains(person_category, one))) > 0
    -- In post on any day of the month; a date known to the month is decided as well.
    AND coalesce(on_date_from, DATE '1900-01-01') <= last_day(first_day)
    AND coalesce(off_date_to, DATE '9999-12-31') >= first_day
)
SELECT serving._row,
       strftime(first_day, '%Y-%m') AS subject,
       person,
       person_category AS category,
       strftime(first_day, '%Y年%m月') AS month,
       person AS owner,
       last_day AS fact_date,
       last_day AS due,
       CASE WHEN times >= namesakes THEN 'ok'
            WHEN as_of() < last_day THEN 'pending'
            WHEN serving.who IS NULL OR times > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM serving
LEFT JOIN tally ON tally.who = serving.who AND tally.checked_month = first_day
