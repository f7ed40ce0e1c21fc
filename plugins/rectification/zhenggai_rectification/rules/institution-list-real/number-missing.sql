SELECT _row, name,
       CASE WHEN kind IS NULL THEN 'gap' ELSE judge(trim(coalesce(doc_no, '')) <> '') END AS verdict
FROM rectification.institutions
WHERE (kind IS NULL OR kind IN ('新建', '修订'))
  AND status IS DISTINCT FROM '计划中'
