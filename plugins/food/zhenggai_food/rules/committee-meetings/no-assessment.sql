WITH assessment AS (
  -- One of the first quarter finishes the year before.
  SELECT _row, event_date, CASE WHEN month(event_date) <= 3 THEN year(event_date) - 1 END AS late_year, year(event_date) AS own_year
  FROM food.committee_meeting_ledger
  WHERE event_type = '评议考核'
    AND event_date <= as_of()
),
undated AS (
  SELECT count(*) AS times FROM food.committee_meeting_ledger
  WHERE (event_type = '评议考核' AND event_date IS NULL) OR event_type IS NULL
)
SELECT list(assessment._row ORDER BY assessment._row) FILTER (assessment._row IS NOT NULL) AS _rows,
       label AS key,
       label,
       add_months(any_value(last_day), 3) AS due,
       any_value(last_day) AS fact_date,
       CASE WHEN count(assessment._row) > 0 THEN 'ok'
            WHEN as_of() <= due THEN 'pending'
            WHEN any_value(undated.times) > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM core.years
CROSS JOIN undated
LEFT JOIN assessment ON year(first_day) IN (own_year, late_year)
GROUP BY label
