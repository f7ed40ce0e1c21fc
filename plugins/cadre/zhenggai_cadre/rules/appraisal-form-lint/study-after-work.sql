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
told AS (
  SELECT *, regexp_matches(words, '(大学|学院|学校|中专|中学).*(学习|学生|读书|专业|就读)') AND NOT regexp_matches(words, '在职|函授|自考|党校|教师|讲师|干事') AS study
  FROM stretch
)
SELECT _row,
       any_value(name) AS name,
       string_agg(left(line, 30), '；' ORDER BY number) FILTER (study AND number > first_work) AS late,
       any_value(form_date) AS fact_date,
       CASE WHEN late IS NOT NULL THEN 'doubt'
            WHEN bool_or(NOT written) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM (SELECT *, min(number) FILTER (NOT study) OVER (PARTITION BY _row) AS first_work FROM told)
GROUP BY _row
