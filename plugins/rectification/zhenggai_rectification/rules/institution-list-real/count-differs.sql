WITH claims AS (
  SELECT claim.*, summary.report_date,
         CASE WHEN regexp_matches(claim.before, '(方案|计划|清单)$') THEN '方案计划清单' ELSE '制度' END AS sort
  FROM rectification.report_claims AS claim
  JOIN rectification.report_summary AS summary ON summary.document = claim.document
  WHERE claim.kind NOT IN ('问题', '具体问题')
    AND claim.scope <> '展望'
    AND claim.unit IN ('个', '项', '件', '份')
    AND regexp_matches(claim.before, '(建立|制定|出台|修订|完善|健全).*(制度|办法|规定|方案|计划|清单)$')
)
SELECT claims._row,
       concat_ws('|', claims.report, claims.sort, claims.before) AS key,
       claims.report, claims.before, claims.text, claims.sort,
       count(listed._row) FILTER (listed.issued <= claims.report_date AND (listed.feedback IS NULL OR listed.issued >= listed.feedback)) AS held,
       CASE WHEN claims.value IS NULL OR claims.report_date IS NULL THEN 'gap'
            WHEN claims.value = held THEN 'ok'
            WHEN count(listed._row) FILTER (listed.issued IS NULL AND listed.status IS DISTINCT FROM '计划中') > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM claims
LEFT JOIN listed ON listed.sort = claims.sort AND listed.kind IN ('新建', '修订')
GROUP BY claims._row, claims.report, claims.before, claims.text, claims.sort, claims.value, claims.report_date
