SELECT coalesce(budget_rows, []) AS _rows,
       label || actual.item AS key,
       label AS year,
       actual.item AS item,
       actual.actual AS actual,
       CASE WHEN budget.item IS NULL THEN 0 ELSE allowed END AS allowed,
       actual.actual - CASE WHEN budget.item IS NULL THEN 0 ELSE budget.allowed END AS amount,
       last_day AS fact_date,
       CASE WHEN listed.year IS NULL THEN 'gap'
            ELSE judge(amount <= 0) END AS verdict
FROM core.years AS span
JOIN actual ON actual.year = CAST(label AS INTEGER)
LEFT JOIN (SELECT DISTINCT fiscal_year AS year FROM finance.budget_items) AS listed ON listed.year = actual.year
LEFT JOIN budget ON budget.year = actual.year AND budget.item = actual.item
