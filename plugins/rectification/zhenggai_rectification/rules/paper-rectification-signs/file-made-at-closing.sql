WITH listed AS (
  SELECT _row, path, created, norm_text(unnest(split_names(problem_id))) AS number
  FROM rectification.evidence_files
)
SELECT listed._row, ledger."no" AS subject, ledger."no", ledger.finding, listed.path, listed.created, ledger.closed_date,
       CASE WHEN listed.created IS NULL OR ledger.closed_date IS NULL THEN 'gap'
            WHEN listed.created BETWEEN ledger.closed_date - 2 AND ledger.closed_date THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM rectification.ledger AS ledger
JOIN listed ON listed.number = norm_text(ledger."no")
WHERE ledger.status = '已销号'
  AND regexp_matches(ledger.measure, '每月|每周|每季|按月|按季|定期|持续|长期|[一二三四五六七八九十0-9]个月')
