WITH feedback AS (
  SELECT max(coalesce(date, issued_on)) AS letter
  FROM rectification.feedback_document
),
named AS (
  SELECT told.*,
         coalesce(feedback.letter, summary.feedback_date) AS feedback,
         summary.report_date
  FROM rectification.report_dates AS told
  JOIN rectification.report_summary AS summary ON summary.document = told.document
  CROSS JOIN feedback
  WHERE told.kind IN ('问题', '具体问题')
    AND NOT told.ahead
    AND NOT told.object
)
SELECT _row,
       concat_ws('|', report, title, measure, text, n) AS key,
       report,
       title,
       text,
       first_day,
       report_date,
       sentence,
       judge(first_day <= report_date) AS verdict
FROM named
WHERE holiday = ''
