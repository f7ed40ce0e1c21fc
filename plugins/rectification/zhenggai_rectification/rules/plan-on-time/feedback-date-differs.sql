SELECT summary._row,
       summary.report,
       summary.report AS key,
       summary.feedback_date AS told,
       letters.latest AS feedback,
       CASE WHEN summary.feedback_date IS NULL OR len(letters.days) = 0 THEN 'gap'
            ELSE judge(list_contains(letters.days, summary.feedback_date)) END AS verdict
FROM rectification.report_summary AS summary
CROSS JOIN (
  SELECT list(coalesce(date, issued_on)) FILTER (coalesce(date, issued_on) IS NOT NULL) AS days, max(coalesce(date, issued_on)) AS latest
  FROM rectification.feedback_document
) AS letters
