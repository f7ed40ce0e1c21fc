WITH stretch AS (
  SELECT label, first_day, last_day, ended, $min_plenary AS required FROM core.years
  UNION ALL
  SELECT label, first_day, last_day, ended, 1 FROM core.halves WHERE $require_each_half
),
undated AS (
  SELECT count(*) AS times FROM food.committee_meeting_ledger
  WHERE (event_type = '全体会议' AND event_date IS NULL) OR event_type IS NULL
)
SELECT list(meeting._row ORDER BY meeting._row) FILTER (meeting._row IS NOT NULL) AS _rows,
       label AS key,
       label,
       count(DISTINCT event_date) AS found,
       any_value(required) AS required,
       any_value(last_day) AS due,
       any_value(last_day) AS fact_date,
       CASE WHEN count(DISTINCT event_date) >= any_value(required) THEN 'ok'
            WHEN NOT any_value(ended) THEN 'pending'
            WHEN count(DISTINCT event_date) + any_value(undated.times) >= any_value(required) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM stretch
CROSS JOIN undated
LEFT JOIN food.committee_meeting_ledger AS meeting
  ON event_type = '全体会议' AND event_date BETWEEN first_day AND last_day AND event_date <= as_of()
GROUP BY label
