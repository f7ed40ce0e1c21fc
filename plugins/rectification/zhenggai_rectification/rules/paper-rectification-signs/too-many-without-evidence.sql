WITH listed AS (
  SELECT DISTINCT norm_text(unnest(split_names(problem_id))) AS number
  FROM rectification.evidence_files
),
done AS (
  SELECT ledger._row, ledger."no", trim(coalesce(ledger.evidence, '')) = '' AND listed.number IS NULL AS bare
  FROM rectification.ledger AS ledger
  LEFT JOIN listed ON listed.number = norm_text(ledger."no")
  WHERE ledger.status IN ('已完成', '已销号')
)
SELECT coalesce(list(_row ORDER BY _row) FILTER (bare), []) AS _rows,
       'total' AS key,
       count(*) AS total,
       count(*) FILTER (bare) AS times,
       round(100.0 * count(*) FILTER (bare) / count(*), 1) AS share,
       round(100 * $no_ev_share, 1) AS allowed,
       CASE WHEN count(*) FILTER (bare AND "no" IS NULL) > 0 AND count(*) FILTER (bare AND "no" IS NOT NULL) <= $no_ev_share * count(*)
                 AND count(*) FILTER (bare) > $no_ev_share * count(*) THEN 'gap'
            ELSE judge(count(*) FILTER (bare) <= $no_ev_share * count(*)) END AS verdict
FROM done
HAVING count(*) >= $min_rows
