WITH reports AS (
  SELECT summary._row, summary.report, summary.report_date, add_months(summary.report_date, $publish_months) AS last_day
  FROM rectification.report_summary AS summary
  JOIN rectification.report_document AS paper ON paper._row >> 32 = summary.document
  WHERE (paper.audience = '报送' OR (paper.audience IS NULL AND NOT regexp_matches(paper.title, '公开|通报')))
    AND NOT regexp_matches(paper.title, '主要负责人|组织落实|中期|阶段性')
),
scopes AS (
  SELECT '党内通报' AS scope, ['党内通报'] AS kinds
  UNION ALL
  SELECT '社会公开' AS scope, ['社会公开', '网站', '公示栏'] AS kinds
)
SELECT reports._row,
       reports.report || '|' || scopes.scope AS key,
       reports.report, reports.report_date, reports.last_day, scopes.scope, reports.last_day AS due,
       CASE WHEN reports.report_date IS NULL THEN 'gap'
            WHEN count(publication._row) FILTER (publication.date BETWEEN reports.report_date AND reports.last_day) > 0 THEN 'ok'
            -- The leading group may agree, with a reason, that nothing is published.
            WHEN count(publication._row) FILTER (regexp_matches(coalesce(publication.withheld, ''), '同意|批准|审定')) > 0 THEN 'ok'
            WHEN as_of() <= reports.last_day THEN 'pending'
            ELSE 'violation' END AS verdict
FROM reports
CROSS JOIN scopes
LEFT JOIN rectification.publication AS publication ON list_contains(scopes.kinds, publication.kind)
GROUP BY reports._row, reports.report, reports.report_date, reports.last_day, scopes.scope
