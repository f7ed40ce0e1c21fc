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
       plans.made,
       first_letter.feedback,
       CASE WHEN plans.made IS NULL OR first_letter.feedback IS NULL THEN 'gap'
            ELSE judge(plans.made >= first_letter.feedback OR regexp_matches(plans.title, '预整改|未巡先改')) END AS verdict
FROM plans
CROSS JOIN (SELECT min(feedback) AS feedback FROM letters) AS first_letter
