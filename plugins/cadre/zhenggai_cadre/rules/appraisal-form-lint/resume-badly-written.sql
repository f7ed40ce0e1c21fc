WITH line AS (
  SELECT form._row, name, current_post, form_date, place, one AS line,
         norm_text(one) AS words
  FROM (SELECT *, unnest(string_split(resume, chr(10))) AS one,
               generate_subscripts(string_split(resume, chr(10)), 1) AS place
        FROM cadre.appraisal_form
        WHERE resume IS NOT NULL) AS form
  -- Indented lines and brackets (其间) are parts of a stretch, not links of the chain.
  WHERE regexp_matches(one, '^[0-9０-９]')
),
stretch AS (
  SELECT *,
         regexp_matches(words, '^[0-9]{4}[.][0-9]{2}(--|—+)([0-9]{4}[.][0-9]{2})?') AS written,
         CAST(try_strptime(regexp_extract(words, '^([0-9]{4}[.][0-9]{2})', 1), ['%Y.%m']) AS DATE) AS begun,
         CAST(try_strptime(regexp_extract(words, '^[0-9]{4}[.][0-9]{2}(?:--|—+)([0-9]{4}[.][0-9]{2})', 1), ['%Y.%m']) AS DATE) AS ended,
         row_number() OVER (PARTITION BY _row ORDER BY place) AS number,
         count(*) OVER (PARTITION BY _row) AS lines
  FROM line
),
judged AS (
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
