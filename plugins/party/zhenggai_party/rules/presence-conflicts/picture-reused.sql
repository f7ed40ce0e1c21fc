WITH picture AS (
  SELECT *, lower(norm_text(photo_hash)) AS hash,
         first_value(_row) OVER same AS first_row, first_value(date) OVER same AS other_date
  FROM party.meetings
  WHERE photo_hash IS NOT NULL
     OR _row IN (SELECT _row FROM core.unread WHERE field = 'photo_hash')
  WINDOW same AS (PARTITION BY lower(norm_text(photo_hash)) ORDER BY date, _row)
)
SELECT CASE WHEN _row = first_row OR hash IS NULL THEN [_row] ELSE [_row, first_row] END AS _rows,
       branch, date, type, other_date, host AS owner, date AS fact_date,
       CASE WHEN hash IS NULL THEN 'gap' ELSE judge(_row = first_row) END AS verdict
FROM picture
WHERE in_period(date) IS NOT FALSE
