WITH letters AS (
  SELECT _row, title AS letter, coalesce(date, issued_on) AS feedback,
         lead(coalesce(date, issued_on)) OVER (ORDER BY coalesce(date, issued_on)) AS next_feedback
  FROM rectification.feedback_document
),
terms AS (
  SELECT *, add_months(feedback, $period_months) AS period_last
  FROM letters
),
limits AS (
  SELECT *, add_months(period_last, $report_after_months) AS limit_day
  FROM terms
),
reports AS (
  SELECT *,
         regexp_matches(report, '主要负责人|组织落实') AS by_principal,
         regexp_matches(report, '中期|阶段性|季度|半程') AS interim
  FROM rectification.report_summary
)
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
