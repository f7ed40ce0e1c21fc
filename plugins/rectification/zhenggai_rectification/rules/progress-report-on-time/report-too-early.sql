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
),
problems AS (
  SELECT norm_text(finding) AS finding,
         norm_text(coalesce(specific, finding)) AS specific,
         bool_and(status IN ('已完成', '已销号')) AS done,
         bool_or(status IN ('已完成', '已销号') AND completed_date IS NULL) AS undated,
         max(completed_date) AS done_on
  FROM rectification.ledger
  WHERE (source IS NULL OR source = '巡察')
    AND trim(finding) <> ''
  GROUP BY 1, 2
),
still AS (
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
