SELECT limits._row, limits.feedback, limits.limit_day, limits.limit_day AS due,
       CASE WHEN limits.limit_day IS NULL THEN 'gap'
            WHEN count(reports._row) > 0 THEN 'ok'
            WHEN as_of() <= limits.limit_day THEN 'pending'
            ELSE 'violation' END AS verdict
FROM limits
LEFT JOIN reports ON reports.by_principal AND (reports.report_date IS NULL OR reports.report_date >= limits.feedback)
WHERE $principal_report
GROUP BY limits._row, limits.feedback, limits.limit_day
