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
         regexp_extract(words, '末位的?([0-9]+)家', 1) AS figure,
         try_cast(regexp_extract(words, '(20[0-9]{2})年', 1) AS INTEGER) AS named_year,
         coalesce(named_year, CASE WHEN regexp_matches(words, '今年|本年|年内') THEN year(issued_on) END) AS "year",
         try_cast(regexp_extract(words, '([0-9]{1,2})月?(?:至|到|-|—|~|～)([0-9]{1,2})月', 1) AS INTEGER) AS month_from,
         try_cast(regexp_extract(words, '([0-9]{1,2})月?(?:至|到|-|—|~|～)([0-9]{1,2})月', 2) AS INTEGER) AS month_to
  FROM sentence
  WHERE regexp_matches(words, '末位的?([0-9]+)家')
),
claim AS (
  SELECT *,
         try_cast(figure AS DECIMAL(18, 4)) AS said,
         make_date("year", CASE WHEN month_from BETWEEN 1 AND 12 THEN month_from WHEN contains(words, '下半年') THEN 7 ELSE 1 END, 1) AS first_day,
         least(last_day(make_date("year", CASE WHEN month_to BETWEEN 1 AND 12 THEN month_to WHEN contains(words, '上半年') THEN 6 ELSE 12 END, 1)),
               coalesce(issued_on, DATE '9999-12-31')) AS last_day
  FROM stated
),
named AS (
  SELECT *, regexp_extract(words, '第?([一二三四1-4、,，和及第]+)季度', 1) AS quarters_named
  FROM claim
),
dealt AS (
  SELECT named._row, named.words, count(DISTINCT review.unit) AS sections
  FROM named
  LEFT JOIN party.duty_reviews AS review
    ON review."year" = named."year"
   AND (named.quarters_named = '' OR contains(translate(named.quarters_named, '1234', '一二三四'), substring('一二三四', review.quarter::INTEGER, 1)))
   AND nullif(trim(review.notified), '') IS NOT NULL AND trim(review.notified) NOT IN ('否', '无', '未通报', '—', '-')
   AND review.interviewed IS NOT NULL
  GROUP BY ALL
)
SELECT named._row, named.words AS key, named.said, dealt.sections AS counted,
       CASE WHEN named."year" IS NULL OR named."year" NOT IN (SELECT "year" FROM party.duty_reviews WHERE "year" IS NOT NULL) THEN 'gap' ELSE judge(named.said = dealt.sections) END AS verdict
FROM named
JOIN dealt USING (_row, words)
