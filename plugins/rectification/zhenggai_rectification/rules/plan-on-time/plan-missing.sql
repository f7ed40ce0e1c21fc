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
SELECT limits._row,
       limits.letter,
       limits.feedback,
       limits.limit_day,
       limits.limit_day AS due,
       CASE WHEN count(plans._row) > 0 THEN 'ok'
            WHEN limits.limit_day IS NULL THEN 'gap'
            WHEN as_of() <= limits.limit_day THEN 'pending'
            ELSE 'violation' END AS verdict
FROM limits
LEFT JOIN plans ON plans.made IS NULL OR limits.next_feedback IS NULL OR plans.made < limits.next_feedback
GROUP BY limits._row, limits.letter, limits.feedback, limits.limit_day
