SELECT quota._row, unit, level, approved, filled_number AS filled, vacant, holders,
       CASE WHEN approved - filled_number <> vacant THEN 'violation'
            WHEN coalesce(unsure, 0) > 0 OR level IS NULL OR unit IS NULL THEN 'gap'
            WHEN filled_number <> holders OR approved - holders <> vacant THEN 'violation'
            WHEN unread._row IS NOT NULL OR (filled_number IS NULL AND approved IS NULL) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM (SELECT *, quota.filled AS filled_number FROM quota) AS quota
LEFT JOIN (SELECT quota_row, coalesce(holders, 0) AS holders, unsure FROM quota LEFT JOIN filled USING (quota_row)) AS counted
  ON counted.quota_row = quota.quota_row
LEFT JOIN (SELECT DISTINCT _row FROM core.unread WHERE field IN ('filled', 'vacant')) AS unread ON unread._row = quota._row
WHERE filled_number IS NOT NULL OR vacant IS NOT NULL OR unread._row IS NOT NULL
