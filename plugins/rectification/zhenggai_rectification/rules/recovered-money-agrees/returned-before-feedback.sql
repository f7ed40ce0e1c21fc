WITH feedback AS (
  SELECT coalesce((SELECT max(coalesce(date, issued_on)) FROM rectification.feedback_document),
                  (SELECT max(feedback_date) FROM rectification.report_summary)) AS feedback
)
SELECT money._row, money.who, money.item, money.date, feedback.feedback, judge(money.date >= feedback.feedback) AS verdict
FROM rectification.recovered_money AS money
CROSS JOIN feedback
WHERE money.date IS NOT NULL
