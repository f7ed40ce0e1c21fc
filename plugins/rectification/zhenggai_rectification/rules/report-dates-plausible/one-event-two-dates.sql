WITH told AS (
  SELECT *
  FROM rectification.report_dates
  WHERE event <> ''
    AND NOT ahead
),
pairs AS (
  SELECT one._row,
         other._row AS other_row,
         concat_ws('|', one.report, one.event, one.title, other.title, one.n, other.n) AS key,
         one.report,
         one.title,
         other.title AS other_title,
         one.event,
         one.text,
         other.text AS other_text,
         one.first_day,
         one.last_day,
         other.first_day AS other_first,
         other.last_day AS other_last
  FROM told AS one
  LEFT JOIN told AS other
    ON other.document = one.document AND other.event = one.event AND other._row > one._row
)
SELECT list_filter([_row, other_row], lambda row: row IS NOT NULL) AS _rows,
       key,
       report,
       title,
       other_title,
       event,
       text,
       other_text,
       CASE WHEN other_row IS NULL THEN 'ok'
            -- Two dates agree if one day can be meant by both.
            ELSE judge(first_day <= other_last AND other_first <= last_day) END AS verdict
FROM pairs
