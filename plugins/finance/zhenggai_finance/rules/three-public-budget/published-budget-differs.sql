WITH budget AS (
  SELECT fiscal_year AS year,
         CASE left(regexp_extract(econ_code, '[0-9]+'), 5)
           WHEN '30217' THEN '公务接待费'
           WHEN '30231' THEN '公务用车运行维护费'
           WHEN '31013' THEN '公务用车购置费'
           WHEN '30212' THEN '因公出国（境）费' END AS item,
         list(_row ORDER BY _row) AS budget_rows,
         CASE WHEN count(*) = count(approved) THEN sum(approved) END AS approved,
         CASE WHEN count(*) = count(coalesce(adjusted, approved)) THEN sum(coalesce(adjusted, approved)) END AS allowed
  FROM finance.budget_items
  GROUP BY fiscal_year, item
)
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
