WITH steps AS (
  SELECT limits.*, step, add_months(feedback, $interim_months * (step - 1)) AS first_day, add_months(feedback, $interim_months * step) AS due_day
  FROM limits
  CROSS JOIN (SELECT unnest(range(1, greatest($period_months // greatest($interim_months, 1), 1) + 1)) AS step) AS counted
)
SELECT steps._row, CAST(step AS VARCHAR) AS subject, steps.feedback, steps.first_day, steps.due_day, steps.due_day AS due,
       CASE WHEN steps.feedback IS NULL THEN 'gap'
            WHEN count(reports._row) > 0 THEN 'ok'
            WHEN as_of() <= steps.due_day THEN 'pending'
            ELSE 'violation' END AS verdict
FROM steps
LEFT JOIN reports ON NOT reports.by_principal AND reports.report_date > steps.first_day AND reports.report_date <= steps.due_day
-- The period's last stretch is told by the report itself.
WHERE (steps.feedback IS NULL AND step = 1)
   OR steps.due_day < steps.period_last
GROUP BY steps._row, step, steps.feedback, steps.first_day, steps.due_day
