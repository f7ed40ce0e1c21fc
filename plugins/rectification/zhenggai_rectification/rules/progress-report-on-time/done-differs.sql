WITH counted AS (
  SELECT summary._row, summary.report, summary.report_date, summary.given, summary.done AS told, summary.totals_sentence AS sentence,
         count(DISTINCT problems.finding) AS findings,
         count(problems.specific) AS specifics,
         count(problems.specific) FILTER (problems.done AND problems.done_on <= summary.report_date) AS specifics_done,
         bool_or(problems.undated) AS undated
  FROM rectification.report_summary AS summary
  CROSS JOIN problems
  WHERE summary.totals_sentence <> ''
  GROUP BY ALL
),
whole AS (
  SELECT summary.document, summary._row,
         count(*) FILTER (one.done AND one.done_on <= summary.report_date) AS findings_done
  FROM rectification.report_summary AS summary
  CROSS JOIN (SELECT finding, bool_and(done) AS done, max(done_on) AS done_on FROM problems GROUP BY finding) AS one
  GROUP BY summary.document, summary._row
)
SELECT counted._row, counted.report, counted.report AS key, counted.report_date, counted.told, counted.sentence,
       -- Counted in specific problems, unless the total given is that of the problems fed back.
       CASE WHEN counted.given = counted.findings AND counted.given <> counted.specifics THEN '反馈问题' ELSE '具体问题' END AS unit_of_count,
       CASE WHEN unit_of_count = '反馈问题' THEN whole.findings_done ELSE counted.specifics_done END AS held,
       CASE WHEN counted.report_date IS NULL OR counted.told IS NULL OR counted.undated THEN 'gap'
            ELSE judge(counted.told = held) END AS verdict
FROM counted
JOIN whole ON whole._row = counted._row
