WITH plan AS (
  SELECT category,
         coalesce("year", year(deadline_to), year(least(period_end(), as_of()))) AS plan_year
  FROM drugs.annual_plan
),
years AS (
  SELECT plan_year, count(*) FILTER (category IS NULL) AS unclear
  FROM plan
  WHERE plan_year BETWEEN year(period_start()) AND year(period_end())
  GROUP BY plan_year
)
SELECT concat_ws('|', years.plan_year, wanted.category) AS key,
       years.plan_year AS year,
       wanted.category,
       CASE WHEN bool_or(plan.category IS NOT NULL) THEN 'ok'
            WHEN any_value(years.unclear) > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM years
CROSS JOIN (SELECT unnest(CAST($mandatory_categories AS VARCHAR[])) AS category) AS wanted
LEFT JOIN plan ON plan.plan_year = years.plan_year AND plan.category = wanted.category
GROUP BY years.plan_year, wanted.category
