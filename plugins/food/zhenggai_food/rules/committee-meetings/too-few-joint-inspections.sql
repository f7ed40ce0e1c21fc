WITH undated AS (
  SELECT count(*) AS times FROM food.committee_meeting_ledger
  WHERE (event_type = '联合检查' AND event_date IS NULL) OR event_type IS NULL
)
SELECT list(joint._row ORDER BY joint._row) FILTER (joint._row IS NOT NULL) AS _rows,
       label AS key,
       label,
       count(joint._row) AS found,
       any_value(last_day) AS due,
       any_value(last_day) AS fact_date,
       CASE WHEN count(joint._row) >= $min_joint THEN 'ok'
            WHEN NOT any_value(ended) THEN 'pending'
            WHEN count(joint._row) + any_value(undated.times) >= $min_joint THEN 'gap'
            ELSE 'violation' END AS verdict
FROM core.years
CROSS JOIN undated
LEFT JOIN food.committee_meeting_ledger AS joint
  ON event_type = '联合检查' AND event_date BETWEEN first_day AND last_day AND event_date <= as_of()
GROUP BY label
