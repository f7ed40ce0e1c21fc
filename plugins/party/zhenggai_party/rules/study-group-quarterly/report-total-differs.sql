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
         regexp_extract(words, '(?:中心组|组织学习|集中学习|理论学习)[^0-9，,]{0,16}([0-9]+)(?:次|场|期)', 1) AS figure,
         try_cast(regexp_extract(words, '(20[0-9]{2})年', 1) AS INTEGER) AS named_year,
         coalesce(named_year, CASE WHEN regexp_matches(words, '今年|本年|年内') THEN year(issued_on) END) AS "year",
         try_cast(regexp_extract(words, '([0-9]{1,2})月?(?:至|到|-|—|~|～)([0-9]{1,2})月', 1) AS INTEGER) AS month_from,
         try_cast(regexp_extract(words, '([0-9]{1,2})月?(?:至|到|-|—|~|～)([0-9]{1,2})月', 2) AS INTEGER) AS month_to
  FROM sentence
  WHERE regexp_matches(words, '(?:中心组|组织学习|集中学习|理论学习)[^0-9，,]{0,16}([0-9]+)(?:次|场|期)')
),
claim AS (
  SELECT *,
         try_cast(figure AS DECIMAL(18, 4)) AS said,
         make_date("year", CASE WHEN month_from BETWEEN 1 AND 12 THEN month_from WHEN contains(words, '下半年') THEN 7 ELSE 1 END, 1) AS first_day,
         least(last_day(make_date("year", CASE WHEN month_to BETWEEN 1 AND 12 THEN month_to WHEN contains(words, '上半年') THEN 6 ELSE 12 END, 1)),
               coalesce(issued_on, DATE '9999-12-31')) AS last_day
  FROM stated
),
counted AS (
  SELECT claim._row,
         claim.words,
         count(study._row) AS times
  FROM claim
  LEFT JOIN party.study_group AS study ON study.date BETWEEN claim.first_day AND claim.last_day
  GROUP BY claim._row, claim.words
)
SELECT claim._row,
       claim.words AS key,
       claim.said,
       counted.times,
       claim.first_day,
       claim.last_day,
       CASE WHEN claim.first_day IS NULL OR claim.said IS NULL OR counted.times = 0 THEN 'gap'
            WHEN EXISTS (SELECT 1 FROM party.study_group WHERE date IS NULL) THEN 'gap'
            ELSE judge(claim.said = counted.times) END AS verdict
FROM claim
JOIN counted USING (_row, words)
