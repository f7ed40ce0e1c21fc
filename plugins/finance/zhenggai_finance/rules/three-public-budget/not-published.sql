SELECT list(report._row) FILTER (report._row IS NOT NULL) AS _rows,
       label AS key,
       label AS year,
       last_day AS fact_date,
       last_day AS due,
       CASE WHEN count(report._row) > 0 OR NOT $publish_required THEN 'ok'
            WHEN NOT any_value(ended) THEN 'pending'
            WHEN any_value(any_undated) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM core.years AS span
LEFT JOIN finance.three_public_report AS report ON report.fiscal_year = CAST(label AS INTEGER)
JOIN (SELECT count(*) > 0 AS any_undated FROM finance.three_public_report WHERE fiscal_year IS NULL) AS undated ON TRUE
GROUP BY label, last_day
