SELECT list(plan._row ORDER BY plan._row) FILTER (plan._row IS NOT NULL) AS _rows,
       year.label AS key,
       year.label AS year,
       any_value(plan_by) AS due,
       CASE WHEN count(plan._row) > 0 THEN 'ok'
            WHEN any_value(plan_by) IS NULL THEN 'gap'
            WHEN as_of() <= any_value(plan_by) THEN 'pending'
            WHEN EXISTS (SELECT 1 FROM party.study_plan WHERE "year" IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM (SELECT *, try_cast(label || '-' || $plan_by AS DATE) AS plan_by FROM core.years) AS year
LEFT JOIN party.study_plan AS plan ON plan."year" = year(year.first_day)
GROUP BY year.label
