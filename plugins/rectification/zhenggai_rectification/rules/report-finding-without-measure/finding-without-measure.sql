WITH
leaf AS (
  SELECT finding.*
  FROM rectification.report_items AS finding
  LEFT JOIN (SELECT DISTINCT document, parent FROM rectification.report_items WHERE parent IS NOT NULL) AS inner_item
    ON inner_item.document = finding.document AND inner_item.parent = finding.item
  WHERE finding.kind IN ('问题', '具体问题')
    AND inner_item.parent IS NULL
),
told AS (
  SELECT document,
         item,
         bool_or(ordinal IS NOT NULL) AS numbered,
         bool_or(has_result OR acted OR intention) AS telling
  FROM rectification.report_measures
  GROUP BY document, item
)
SELECT leaf._row,
       leaf.report || '|' || leaf.title AS key,
       leaf.report,
       leaf.heading,
       leaf.paragraph,
       leaf.body_chars,
       judge(coalesce(told.numbered, FALSE)
             OR (coalesce(told.telling, FALSE) AND leaf.body_chars >= $min_chars)) AS verdict
FROM leaf
LEFT JOIN told ON told.document = leaf.document AND told.item = leaf.item
UNION ALL
-- A report in which no finding is recognised has not been examined.
SELECT _row,
       report AS key,
       report,
       '（未识别出“针对…问题”标题）' AS heading,
       1 AS paragraph,
       0 AS body_chars,
       'gap' AS verdict
FROM rectification.report_summary
WHERE findings = 0
