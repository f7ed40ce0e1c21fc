SELECT _row,
       report || '|' || title AS key,
       report,
       heading,
       sequence,
       judge(in_sequence) AS verdict
FROM rectification.report_items
WHERE kind IN ('问题', '具体问题')
  AND sequence <> ''
