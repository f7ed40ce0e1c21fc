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
)
SELECT _row,
       name,
       current_post,
       line AS last_line,
       form_date AS fact_date,
       CASE WHEN contains(words, norm_text(current_post)) THEN 'ok'
            WHEN current_post IS NULL OR len(duties) = 0 THEN 'gap'
            ELSE judge(len(list_filter(duties, lambda one: NOT list_contains(last_duties, one))) = 0) END AS verdict
FROM (SELECT *,
             regexp_extract_all(norm_text(current_post), '[一二三四]级(?:主任科员|调研员|科员)|副?(?:局长|股长|科长|所长|队长|站长|组长|大队长|主任|书记)|党组成员|办事员|科员') AS duties,
             regexp_extract_all(words, '[一二三四]级(?:主任科员|调研员|科员)|副?(?:局长|股长|科长|所长|队长|站长|组长|大队长|主任|书记)|党组成员|办事员|科员') AS last_duties
      FROM stretch)
WHERE number = lines
