WITH judged AS (
  SELECT _row, count(*) AS lines,
         string_agg(left(line, 30), '；' ORDER BY place) FILTER (
           NOT written OR begun IS NULL OR (ended IS NULL AND number < lines) OR ended < begun) AS wrong
  FROM stretch
  GROUP BY _row
)
SELECT form._row,
       name,
       wrong,
       form_date AS fact_date,
       CASE WHEN judged._row IS NULL THEN 'gap' ELSE judge(wrong IS NULL) END AS verdict
FROM cadre.appraisal_form AS form
LEFT JOIN judged ON judged._row = form._row
-- An empty career is reported as an empty field.
WHERE resume IS NOT NULL
