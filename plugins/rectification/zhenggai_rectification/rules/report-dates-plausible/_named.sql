SELECT told.*,
       coalesce(feedback.letter, summary.feedback_date) AS feedback,
       summary.report_date
FROM rectification.report_dates AS told
JOIN rectification.report_summary AS summary ON summary.document = told.document
CROSS JOIN feedback
WHERE told.kind IN ('问题', '具体问题')
  AND NOT told.ahead
  AND NOT told.object
