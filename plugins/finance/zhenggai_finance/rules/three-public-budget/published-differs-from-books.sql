SELECT _row,
       label AS year,
       report.item AS item,
       final,
       actual.actual AS actual,
       abs(final - actual.actual) AS difference,
       $tolerance AS allowed,
       last_day AS fact_date,
       last_day AS due,
       CASE WHEN NOT ended THEN 'pending' ELSE judge(difference <= $tolerance) END AS verdict
FROM finance.three_public_report AS report
JOIN core.years AS span ON CAST(label AS INTEGER) = fiscal_year
LEFT JOIN actual ON actual.year = fiscal_year AND actual.item = report.item
WHERE report.item <> '合计'
