SELECT _row,
       cadre_name,
       subject_name,
       visit_date,
       problems_found,
       coalesce(problems_fixed, 0) AS problems_fixed,
       cadre_name AS owner,
       visit_date AS fact_date,
       visit_date + $follow_days AS due,
       CASE WHEN problems_fixed >= problems_found THEN 'ok'
            WHEN visit_date IS NULL THEN 'gap'
            WHEN as_of() <= due THEN 'pending'
            WHEN problems_fixed IS NULL THEN 'gap'
            ELSE 'doubt' END AS verdict
FROM food.baobao_visit_log
WHERE in_period(visit_date) IS NOT FALSE
  AND problems_found > 0
