SELECT limits._row, limits.letter, limits.feedback, limits.limit_day, limits.limit_day AS due,
       coalesce('实际为' || min(reports.report_date), '没有找到报告') AS outcome,
       CASE WHEN limits.limit_day IS NULL THEN 'gap'
            WHEN min(reports.report_date) <= limits.limit_day THEN 'ok'
            WHEN (SELECT count(*) FROM reports WHERE report_date IS NULL AND NOT by_principal AND NOT interim) > 0 THEN 'gap'
            WHEN min(reports.report_date) IS NULL AND as_of() <= limits.limit_day THEN 'pending'
            ELSE 'violation' END AS verdict
FROM limits
LEFT JOIN reports ON NOT reports.by_principal AND NOT reports.interim
  AND reports.report_date >= limits.feedback AND (limits.next_feedback IS NULL OR reports.report_date < limits.next_feedback)
GROUP BY limits._row, limits.letter, limits.feedback, limits.limit_day
