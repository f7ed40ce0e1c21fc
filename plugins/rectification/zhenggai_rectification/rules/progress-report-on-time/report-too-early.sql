WITH still AS (
  SELECT count(*) FILTER (NOT coalesce(done, FALSE)) AS open_count, count(*) AS held FROM problems
)
SELECT reports._row, reports.report, reports.report AS key, reports.report_date, max(limits.period_last) AS period_last, still.open_count,
       CASE WHEN reports.report_date IS NULL OR max(limits.period_last) IS NULL THEN 'gap'
            WHEN reports.report_date >= max(limits.period_last) THEN 'ok'
            WHEN still.held = 0 THEN 'gap'
            ELSE judge(still.open_count = 0) END AS verdict
FROM reports
CROSS JOIN still
LEFT JOIN limits ON limits.feedback <= reports.report_date
WHERE NOT reports.by_principal
  AND NOT reports.interim
GROUP BY reports._row, reports.report, reports.report_date, still.open_count, still.held
