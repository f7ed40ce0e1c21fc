WITH sentence AS (
  SELECT paragraph._row,
         report.issued_on,
         unnest(string_split_regex(norm_text(paragraph.text), '[。;；]')) AS words
  FROM core.paragraphs AS paragraph
  JOIN rectification.report_document AS report ON report._row = paragraph.document
),
stated AS (
  SELECT _row,
         issued_on,
         words,
         regexp_extract(words, '责任书[^0-9，,]{0,6}([0-9]+)(份|人|名)', 1) AS figure,
         regexp_extract(words, '责任书[^0-9，,]{0,6}([0-9]+)(份|人|名)', 2) AS measure,
         try_cast(regexp_extract(words, '(20[0-9]{2})年', 1) AS INTEGER) AS named_year,
         coalesce(named_year, CASE WHEN regexp_matches(words, '今年|本年|年内') THEN year(issued_on) END) AS "year",
         try_cast(regexp_extract(words, '([0-9]{1,2})月?(?:至|到|-|—|~|～)([0-9]{1,2})月', 1) AS INTEGER) AS month_from,
         try_cast(regexp_extract(words, '([0-9]{1,2})月?(?:至|到|-|—|~|～)([0-9]{1,2})月', 2) AS INTEGER) AS month_to
  FROM sentence
  WHERE regexp_matches(words, '责任书[^0-9，,]{0,6}([0-9]+)(份|人|名)')
),
claim AS (
  SELECT *,
         try_cast(figure AS DECIMAL(18, 4)) AS said,
         make_date("year", CASE WHEN month_from BETWEEN 1 AND 12 THEN month_from WHEN contains(words, '下半年') THEN 7 ELSE 1 END, 1) AS first_day,
         least(last_day(make_date("year", CASE WHEN month_to BETWEEN 1 AND 12 THEN month_to WHEN contains(words, '上半年') THEN 6 ELSE 12 END, 1)),
               coalesce(issued_on, DATE '9999-12-31')) AS last_day
  FROM stated
),
signed AS (
  SELECT "year", count(*) AS books, sum(len(split_names(signer)))::BIGINT AS people
  FROM party.pledges
  GROUP BY "year"
)
SELECT claim._row,
       claim.words AS key,
       claim."year" AS year,
       claim.said,
       CASE WHEN claim.measure = '份' THEN '份' ELSE '人' END AS measure,
       CASE WHEN claim.measure = '份' THEN signed.books ELSE signed.people END AS counted,
       CASE WHEN EXISTS (SELECT 1 FROM party.pledges WHERE "year" IS NULL) THEN 'gap'
            ELSE judge(claim.said = counted) END AS verdict
FROM claim
LEFT JOIN signed ON signed."year" = claim."year"
