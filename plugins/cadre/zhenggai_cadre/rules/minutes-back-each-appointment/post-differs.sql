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
compared AS (
  SELECT issued.*, document, meeting_date, sentence,
         list_distinct(string_split(regexp_replace(norm_text(post), '^.*(市场监督管理局|市场监管局|市监局)', ''), '')) AS wanted,
         list_distinct(string_split(replace(sentence, person, ''), '')) AS given
  FROM issued
  JOIN decided ON decided._row = issued._row
)
SELECT [_row, document] AS _rows, doc_no, doc_date, action, name, post, meeting_date, sentence,
       doc_date AS fact_date,
       -- At least six tenths of the characters of the post stand in what the meeting said of the person.
       CASE WHEN post IS NULL OR len(wanted) = 0 THEN 'gap'
            ELSE judge(10 * len(list_intersect(wanted, given)) >= 6 * len(wanted)) END AS verdict
FROM compared
