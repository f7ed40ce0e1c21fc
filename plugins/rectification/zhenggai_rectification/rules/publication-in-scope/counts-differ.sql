WITH texts AS (
  SELECT summary.*, coalesce(paper.audience, CASE WHEN regexp_matches(paper.title, '公开|通报') THEN '社会公开' ELSE '报送' END) AS audience
  FROM rectification.report_summary AS summary
  JOIN rectification.report_document AS paper ON paper._row >> 32 = summary.document
  WHERE NOT regexp_matches(paper.title, '主要负责人|组织落实|中期|阶段性')
)
SELECT [published._row, own._row] AS _rows,
       published.report || '|' || own.report AS key,
       published.report AS published, own.report, published.given, published.done, own.given AS own_given, own.done AS own_done,
       CASE WHEN published.given <> own.given OR published.done <> own.done OR published.still_open <> own.still_open THEN 'violation'
            WHEN published.given IS NULL OR own.given IS NULL OR published.done IS NULL OR own.done IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM texts AS published
JOIN texts AS own ON published.audience <> '报送' AND own.audience = '报送'
