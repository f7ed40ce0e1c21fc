WITH letters AS (
  SELECT _row,
         title AS letter,
         coalesce(date, issued_on) AS feedback,
         lead(coalesce(date, issued_on)) OVER (ORDER BY coalesce(date, issued_on)) AS next_feedback
  FROM rectification.feedback_document
),
limits AS (
  SELECT *,
         CASE WHEN $plan_months > 0 THEN add_months(feedback, $plan_months) ELSE add_workdays(feedback, $plan_days) END AS limit_day
  FROM letters
),
plans AS (
  SELECT plan.*,
         coalesce(plan.date, plan.issued_on) AS made
  FROM rectification.plan_document AS plan
)
SELECT plans._row,
       plans.title AS plan,
       plans.title AS key,
       limits.feedback,
       limits.limit_day,
       plans.sent_date,
       judge(plans.sent_date <= limits.limit_day) AS verdict
FROM plans
LEFT JOIN limits ON limits.feedback <= plans.sent_date AND (limits.next_feedback IS NULL OR plans.sent_date < limits.next_feedback)
WHERE plans.sent_date IS NOT NULL
