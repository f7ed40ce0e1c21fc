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
         regexp_extract(words, '(?:收集|梳理|征集|发现)[^0-9，,]{0,12}(?:问题|意见|建议)?[^0-9，,]{0,6}([0-9]+)(?:条|个|项)', 1) AS figure,
         try_cast(regexp_extract(words, '(20[0-9]{2})年', 1) AS INTEGER) AS named_year,
         coalesce(named_year, CASE WHEN regexp_matches(words, '今年|本年|年内') THEN year(issued_on) END) AS "year",
         try_cast(regexp_extract(words, '([0-9]{1,2})月?(?:至|到|-|—|~|～)([0-9]{1,2})月', 1) AS INTEGER) AS month_from,
         try_cast(regexp_extract(words, '([0-9]{1,2})月?(?:至|到|-|—|~|～)([0-9]{1,2})月', 2) AS INTEGER) AS month_to
  FROM sentence
  WHERE regexp_matches(words, '(?:收集|梳理|征集|发现)[^0-9，,]{0,12}(?:问题|意见|建议)?[^0-9，,]{0,6}([0-9]+)(?:条|个|项)')
),
claim AS (
  SELECT *,
         try_cast(figure AS DECIMAL(18, 4)) AS said,
         make_date("year", CASE WHEN month_from BETWEEN 1 AND 12 THEN month_from WHEN contains(words, '下半年') THEN 7 ELSE 1 END, 1) AS first_day,
         least(last_day(make_date("year", CASE WHEN month_to BETWEEN 1 AND 12 THEN month_to WHEN contains(words, '上半年') THEN 6 ELSE 12 END, 1)),
               coalesce(issued_on, DATE '9999-12-31')) AS last_day
  FROM stated
),
item AS (
  SELECT DISTINCT date, trim(unnest(string_split_regex(issues, '[；;\n]|(?:^|[^0-9])[0-9]{1,2}[、.．)）]|[①②③④⑤⑥⑦⑧⑨]|[（(][一二三四五六七八九0-9]+[）)]'))) AS issue
  FROM party.research_visits
  WHERE norm_text(issues) NOT IN ('', '无', '无问题', '未发现问题', '/', '-', '—')
),
tally AS (
  SELECT claim._row, claim.words, count(DISTINCT norm_text(item.issue)) AS counted,
         (SELECT count(*) FROM party.research_visits WHERE date BETWEEN claim.first_day AND claim.last_day) AS visits
  FROM claim
  LEFT JOIN item ON item.date BETWEEN claim.first_day AND claim.last_day AND length(norm_text(item.issue)) > 1
  GROUP BY claim._row, claim.words, claim.first_day, claim.last_day
)
SELECT claim._row, claim.words AS key, claim.said, claim.first_day, claim.last_day, tally.counted,
       CASE WHEN claim.said = tally.counted THEN 'ok'
            -- A ledger without a visit in that time cannot disprove the figure.
            WHEN claim.first_day IS NULL OR tally.visits = 0
              OR EXISTS (SELECT 1 FROM core.unread WHERE field = 'issues')
              OR EXISTS (SELECT 1 FROM party.research_visits WHERE date IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM claim
JOIN tally USING (_row, words)
WHERE contains(claim.words, '调研')
