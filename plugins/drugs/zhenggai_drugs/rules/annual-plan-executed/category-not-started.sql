WITH plan AS (
  SELECT *,
         coalesce("year", year(deadline_to), year(least(period_end(), as_of()))) AS plan_year,
         make_date(plan_year, 1, 1) AS begins,
         coalesce(deadline_to, make_date(plan_year, 12, 31)) AS ends
  FROM drugs.annual_plan
  WHERE plan_year BETWEEN year(period_start()) AND year(period_end())
)
SELECT list(DISTINCT plan._row ORDER BY plan._row) AS _rows,
       concat_ws('|', plan.plan_year, coalesce(plan.category, '（类别不明）')) AS key,
       plan.plan_year AS year,
       coalesce(plan.category, '（类别不明）') AS category,
       any_value(total.planned) AS planned,
       count(visit.one_visit) FILTER (visit.category IS NOT NULL AND visit.inspect_date IS NOT NULL) AS done,
       count(visit.one_visit) AS possible,
       CASE WHEN plan.category IS NULL THEN 'gap'
            WHEN done > 0 THEN 'ok'
            WHEN possible > 0 THEN 'gap'
            WHEN as_of() > min(plan.ends) THEN 'violation'
            ELSE 'doubt' END AS verdict
FROM plan
JOIN (SELECT plan_year, category, sum(planned) AS planned FROM plan GROUP BY ALL) AS total
  ON total.plan_year = plan.plan_year AND total.category IS NOT DISTINCT FROM plan.category
LEFT JOIN visit
  ON (visit.category = plan.category OR (visit.category IS NULL AND plan.category <> '药品零售'))
 AND (visit.inspect_date BETWEEN plan.begins AND make_date(plan.plan_year, 12, 31)) IS NOT FALSE
WHERE (plan.planned > 0) IS NOT FALSE
GROUP BY plan.plan_year, plan.category
