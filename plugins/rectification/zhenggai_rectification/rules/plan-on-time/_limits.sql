SELECT *,
       CASE WHEN $plan_months > 0 THEN add_months(feedback, $plan_months) ELSE add_workdays(feedback, $plan_days) END AS limit_day
FROM letters
