WITH stretch AS (
  SELECT label, first_day, last_day, ended
  FROM core.quarters
  WHERE first_day >= period_start()
    AND last_day <= period_end()
),
held AS (
  SELECT label, count(*) AS sessions, list(session._row ORDER BY session._row) AS session_rows
  FROM session
  JOIN stretch ON date BETWEEN first_day AND last_day
  WHERE begins
  GROUP BY label
),
possible AS (
  SELECT label, count(*) AS sessions
  FROM unsure
  JOIN stretch ON date IS NULL OR date BETWEEN first_day AND last_day
  GROUP BY label
)
SELECT held.session_rows AS _rows,
       stretch.label AS key,
       stretch.label AS stretch,
       coalesce(held.sessions, 0) AS times,
       least(stretch.last_day, as_of()) AS fact_date,
       stretch.last_day AS due,
       CASE WHEN times >= $per_quarter THEN 'ok'
            WHEN NOT stretch.ended THEN 'pending'
            WHEN times + coalesce(possible.sessions, 0) >= $per_quarter THEN 'gap'
            ELSE 'violation' END AS verdict
FROM stretch
LEFT JOIN held USING (label)
LEFT JOIN possible USING (label)
