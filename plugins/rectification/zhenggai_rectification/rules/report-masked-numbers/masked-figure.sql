WITH masks AS (
  SELECT *,
         kind NOT IN ('名称', '其他') AS figure,
         count(*) FILTER (kind NOT IN ('名称', '其他')) OVER (PARTITION BY document) AS figures
  FROM rectification.report_masks
)
SELECT _row,
       concat_ws('|', report, sentence, text, kind) AS key,
       report,
       kind,
       text || coalesce(unit, '') AS mask,
       sentence,
       figures,
       CASE WHEN kind = '其他' THEN 'gap'
            WHEN kind = '名称' THEN 'ok'
            -- In a text for the public, dates and numbers of documents may be hidden; counts may not.
            WHEN public AND kind IN ('日期', '文号') THEN 'ok'
            ELSE judge(NOT public AND figures <= $max_masked) END AS verdict
FROM masks
UNION ALL
SELECT summary._row,
       summary.report AS key,
       summary.report,
       '' AS kind,
       '' AS mask,
       '' AS sentence,
       0 AS figures,
       'ok' AS verdict
FROM rectification.report_summary AS summary
ANTI JOIN masks ON masks.document = summary.document AND masks.kind <> '名称'
