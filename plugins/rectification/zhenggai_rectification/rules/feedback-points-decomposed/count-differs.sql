WITH ledger AS (
  SELECT * FROM rectification.ledger WHERE source IS NULL OR source = '巡察'
),
kept AS (
  SELECT count(DISTINCT norm_text(dimension)) AS dimensions,
         count(DISTINCT norm_text(finding)) AS findings,
         count(DISTINCT norm_text(finding) || '|' || norm_text(specific)) AS specifics,
         count(*) FILTER (trim(coalesce(finding, '')) = '') AS unknown
  FROM ledger
),
stated AS (
  SELECT _row, plan AS paper, stated_dimensions, stated_findings, stated_specifics, counts_sentence FROM rectification.plan_summary
  UNION ALL
  SELECT _row, report AS paper, stated_dimensions, stated_findings, stated_specifics, counts_sentence FROM rectification.report_summary
),
each_count AS (
  SELECT _row, paper, counts_sentence, '大类' AS what, stated_dimensions AS told, kept.dimensions AS held, kept.unknown FROM stated CROSS JOIN kept
  UNION ALL
  SELECT _row, paper, counts_sentence, '反馈问题' AS what, stated_findings AS told, kept.findings AS held, kept.unknown FROM stated CROSS JOIN kept
  UNION ALL
  SELECT _row, paper, counts_sentence, '具体问题' AS what, stated_specifics AS told, kept.specifics AS held, kept.unknown FROM stated CROSS JOIN kept
)
SELECT _row,
       paper || '|' || what AS key,
       paper,
       what,
       told,
       held,
       counts_sentence,
       CASE WHEN unknown > 0 OR held = 0 THEN 'gap' ELSE judge(told = held) END AS verdict
FROM each_count
WHERE told IS NOT NULL
