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
linked AS (
  SELECT *, lag(ended) OVER (PARTITION BY _row ORDER BY number) AS before
  FROM stretch
)
SELECT _row,
       CAST(number AS VARCHAR) AS subject,
       name,
       strftime(before, '%Y.%m') AS ended_in,
       strftime(begun, '%Y.%m') AS begun_in,
       CASE WHEN begun > before THEN '断档' ELSE '重叠' END AS fault,
       abs(date_diff('month', before, begun)) AS months,
       form_date AS fact_date,
       judge(begun = before) AS verdict
FROM linked
WHERE number > 1
