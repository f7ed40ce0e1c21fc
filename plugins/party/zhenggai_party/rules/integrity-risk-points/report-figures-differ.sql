WITH sentence AS (
  SELECT paragraph._row,
         unnest(string_split_regex(norm_text(paragraph.text), '[。;；]')) AS words
  FROM core.paragraphs AS paragraph
  JOIN rectification.report_document AS report ON report._row = paragraph.document
),
claim AS (
  SELECT _row, words, unnest([
    {'what': '风险大类', 'figure': regexp_extract(words, '([0-9]+)个?大类', 1)},
    {'what': '廉政风险点', 'figure': regexp_extract(words, '([0-9]+)(?:个|项|处)(?:廉政)?风险点', 1)},
    {'what': '关键岗位', 'figure': regexp_extract(words, '([0-9]+)个(?:关键|重点)岗位', 1)},
    {'what': '防范措施', 'figure': regexp_extract(words, '([0-9]+)(?:条|项|个)(?:防范|防控)措施', 1)}], recursive := TRUE)
  FROM sentence
  WHERE regexp_matches(words, '风险点|关键岗位|防[范控]措施')
),
tally AS (
  -- A risk entered twice for one post is one risk.
  SELECT count(DISTINCT norm_text(category)) AS categories,
         count(DISTINCT (norm_name(unit), norm_name(post), norm_text(risk))) FILTER (risk IS NOT NULL) AS risks,
         count(DISTINCT (norm_name(unit), norm_name(post))) FILTER (post IS NOT NULL) AS posts,
         count(DISTINCT norm_text(measure)) AS measures,
         count(*) FILTER (category IS NULL) AS no_category,
         count(*) FILTER (risk IS NULL) AS no_risk,
         count(*) FILTER (post IS NULL) AS no_post,
         count(*) FILTER (measure IS NULL) AS no_measure
  FROM party.integrity_risk
)
SELECT claim._row, concat_ws('|', what, words) AS key, what, try_cast(figure AS BIGINT) AS said,
       CASE what WHEN '风险大类' THEN categories WHEN '廉政风险点' THEN risks WHEN '关键岗位' THEN posts ELSE measures END AS counted,
       CASE WHEN said = counted THEN 'ok'
            WHEN CASE what WHEN '风险大类' THEN no_category WHEN '廉政风险点' THEN no_risk WHEN '关键岗位' THEN no_post ELSE no_measure END > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM claim
CROSS JOIN tally
WHERE figure <> ''
