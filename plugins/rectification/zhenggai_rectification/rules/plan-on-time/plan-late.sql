WITH first_plan AS (
  SELECT limits.feedback, limits.limit_day, min(plans.made) AS made
  FROM plans
  LEFT JOIN limits ON plans.made >= limits.feedback AND (limits.next_feedback IS NULL OR plans.made < limits.next_feedback)
  GROUP BY ALL
)
SELECT plans._row,
       plans.title AS plan,
       plans.title AS key,
       first_plan.feedback,
       first_plan.limit_day,
       plans.made,
       CASE WHEN plans.made IS NULL OR first_plan.limit_day IS NULL THEN 'gap'
            ELSE judge(plans.made <= first_plan.limit_day) END AS verdict
FROM plans
JOIN first_plan ON first_plan.made IS NOT DISTINCT FROM plans.made
-- A plan before the feedback is reported as such, not as late.
WHERE plans.made IS NULL
   OR first_plan.feedback IS NOT NULL
   OR (SELECT count(feedback) FROM limits) = 0
