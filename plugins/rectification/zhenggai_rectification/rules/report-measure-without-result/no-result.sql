SELECT _row,
       concat_ws('|', report, title, measure) AS key,
       report,
       title,
       marker,
       text,
       judge(has_result OR acted) AS verdict
FROM rectification.report_measures
WHERE kind IN ('问题', '具体问题')
  AND NOT lead
  AND NOT intention
