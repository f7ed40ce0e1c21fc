SELECT list(plan._row ORDER BY plan._row)[1:1] AS _rows,
       year.label AS key,
       year.label AS year,
       min(plan.issued) AS issued,
       try_cast(year.label || '-' || $plan_by AS DATE) AS plan_by_date,
       min(plan.issued) AS fact_date,
       judge(min(plan.issued) <= plan_by_date) AS verdict
FROM core.years AS year
JOIN party.study_plan AS plan ON plan."year" = year(year.first_day)
GROUP BY year.label
