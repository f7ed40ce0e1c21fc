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
SELECT limits._row, limits.feedback, limits.limit_day, limits.limit_day AS due,
       CASE WHEN limits.limit_day IS NULL THEN 'gap'
            WHEN count(reports._row) > 0 THEN 'ok'
            WHEN as_of() <= limits.limit_day THEN 'pending'
            ELSE 'violation' END AS verdict
FROM limits
LEFT JOIN reports ON reports.by_principal AND (reports.report_date IS NULL OR reports.report_date >= limits.feedback)
WHERE $principal_report
GROUP BY limits._row, limits.feedback, limits.limit_day
