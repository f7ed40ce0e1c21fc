SELECT fiscal_year AS year,
       norm_name(project) AS project,
       nullif(regexp_extract(norm_text(econ_code), '^[0-9]+'), '') AS item,
       nullif(regexp_extract(norm_text(func_code), '^[0-9]+'), '') AS func,
       approved,
       adjusted
FROM finance.budget_items
