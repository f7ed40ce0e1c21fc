SELECT fiscal_year AS year,
       norm_name(project) AS project,
       any_value(project_class) AS class
FROM finance.budget_items
GROUP BY ALL
