SELECT _row,
       concat_ws('|', report, title, measure) AS key,
       report,
       title,
       marker,
       text,
       judge(NOT intention) AS verdict
FROM rectification.report_measures
WHERE kind IN ('问题', '具体问题')
  AND NOT lead
