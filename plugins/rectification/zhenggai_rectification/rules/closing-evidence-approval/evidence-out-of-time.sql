WITH feedback AS (
  SELECT coalesce((SELECT max(coalesce(date, issued_on)) FROM rectification.feedback_document),
                  (SELECT max(feedback_date) FROM rectification.report_summary)) AS feedback
)
SELECT files._row,
       closed."no" AS subject,
       closed."no", closed.finding, files.path, files.date,
       CASE WHEN files.date > closed.closed_date THEN '晚于销号日期' ELSE '早于反馈，是整改前的材料' END AS outcome,
       CASE WHEN files.date > closed.closed_date THEN 'violation' ELSE judge(files.date >= feedback.feedback) END AS verdict
FROM closed
JOIN attached ON attached._row = closed._row
JOIN (SELECT DISTINCT _row, path, date FROM files) AS files ON files._row = attached.file_row
CROSS JOIN feedback
