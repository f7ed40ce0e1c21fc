SELECT plan.*,
       coalesce(plan.date, plan.issued_on) AS made
FROM rectification.plan_document AS plan
