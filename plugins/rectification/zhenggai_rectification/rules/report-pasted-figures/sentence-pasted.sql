WITH finding AS (
  SELECT _row, document, item, report, title
  FROM rectification.report_items
  WHERE kind IN ('问题', '具体问题')
),
pasted AS (
  SELECT *
  FROM rectification.report_repeats
  WHERE chars >= $min_chars
    AND likeness >= $similar
    AND NOT list_bool_or(list_transform($allowed, lambda word: contains(sentence, word) OR contains(other_sentence, word)))
)
SELECT [pasted._row, (pasted.document << 32) + pasted.other_paragraph] AS _rows,
       concat_ws('|', pasted.report, one.title, other.title, pasted.sentence) AS key,
       pasted.report,
       one.title,
       other.title AS other_title,
       pasted.likeness,
       pasted.sentence,
       pasted.other_sentence,
       'violation' AS verdict
FROM pasted
JOIN finding AS one ON one.document = pasted.document AND one.item = pasted.item
JOIN finding AS other ON other.document = pasted.document AND other.item = pasted.other_item
UNION ALL
SELECT [finding._row] AS _rows,
       finding.report || '|' || finding.title AS key,
       finding.report,
       finding.title,
       '' AS other_title,
       0 AS likeness,
       '' AS sentence,
       '' AS other_sentence,
       'ok' AS verdict
FROM finding
ANTI JOIN pasted ON pasted.document = finding.document AND (pasted.item = finding.item)
ANTI JOIN pasted AS other_pasted ON other_pasted.document = finding.document AND other_pasted.other_item = finding.item
