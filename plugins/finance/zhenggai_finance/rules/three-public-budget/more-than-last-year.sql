SELECT list_filter([report._row], lambda one: one IS NOT NULL) AS _rows,
       label || now.item AS key,
       label AS year,
       now.item AS item,
       now.actual AS actual,
       coalesce(earlier.actual, last_report.final) AS earlier,
       last_day AS fact_date,
       CASE WHEN coalesce(earlier.actual, last_report.final) IS NULL OR now.actual IS NULL THEN 'gap'
            WHEN now.actual > coalesce(earlier.actual, last_report.final) AND report.remarks IS NULL THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM core.years AS span
JOIN actual AS now ON now.year = CAST(label AS INTEGER)
LEFT JOIN actual AS earlier ON earlier.year = now.year - 1 AND earlier.item = now.item
LEFT JOIN finance.three_public_report AS report ON report.fiscal_year = now.year AND report.item = now.item
LEFT JOIN finance.three_public_report AS last_report ON last_report.fiscal_year = now.year - 1 AND last_report.item = now.item
WHERE now.item IN ('公务接待费', '公务用车运行维护费')
