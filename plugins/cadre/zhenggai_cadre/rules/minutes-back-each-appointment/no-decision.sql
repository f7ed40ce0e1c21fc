WITH -- The nearest earlier meeting whose personnel item names the person.
decided AS (
  SELECT issued._row, document, meeting_date, string_agg(sentence, '；' ORDER BY number, place) AS sentence
  FROM issued
  JOIN sentence ON meeting_date <= doc_date
    AND meeting_date >= doc_date - CAST($max_lag_days AS INTEGER)
    AND contains(sentence, person)
  GROUP BY issued._row, document, meeting_date
  QUALIFY row_number() OVER (PARTITION BY issued._row ORDER BY meeting_date DESC, document) = 1
),
undated AS (
  SELECT DISTINCT issued._row
  FROM issued
  JOIN sentence ON meeting_date IS NULL AND contains(sentence, person)
),
earliest AS (
  SELECT min(meeting_date) AS first_meeting
  FROM cadre.party_group_minutes
)
SELECT issued._row, doc_no, doc_date, action, name, post,
       doc_date AS fact_date,
       CASE WHEN action IS NULL OR doc_date IS NULL OR person IS NULL THEN 'gap'
            WHEN decided._row IS NOT NULL THEN 'ok'
            WHEN undated._row IS NOT NULL THEN 'gap'
            -- The meeting may lie before the period, among minutes that were not handed in.
            WHEN doc_date - CAST($max_lag_days AS INTEGER) < period_start()
             AND (first_meeting > doc_date - CAST($max_lag_days AS INTEGER)) IS NOT FALSE THEN 'gap'
            ELSE 'violation' END AS verdict
FROM issued
LEFT JOIN decided ON decided._row = issued._row
LEFT JOIN undated ON undated._row = issued._row
CROSS JOIN earliest
