SELECT report._row,
       fiscal_year AS year,
       report.item AS item,
       report.budget AS budget,
       CASE WHEN budget.item IS NULL THEN 0 ELSE budget.approved END AS approved,
       abs(report.budget - CASE WHEN budget.item IS NULL THEN 0 ELSE budget.approved END) AS difference,
       $tolerance AS allowed,
       make_date(fiscal_year, 12, 31) AS fact_date,
       CASE WHEN listed.year IS NULL THEN 'gap' ELSE judge(difference <= $tolerance) END AS verdict
FROM finance.three_public_report AS report
JOIN core.years AS span ON CAST(label AS INTEGER) = fiscal_year
LEFT JOIN (SELECT DISTINCT fiscal_year AS year FROM finance.budget_items) AS listed ON listed.year = fiscal_year
LEFT JOIN budget ON budget.year = fiscal_year AND budget.item = report.item
WHERE report.item <> '合计'
