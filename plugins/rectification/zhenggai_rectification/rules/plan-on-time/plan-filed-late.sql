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
