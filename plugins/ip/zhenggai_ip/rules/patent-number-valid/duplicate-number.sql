SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', paper, part, base) AS key,
       any_value(number) AS number,
       count(*) AS times,
       string_agg(DISTINCT coalesce(holder, '（空）'), '；' ORDER BY coalesce(holder, '（空）')) AS holders,
       judge(count(*) = 1) AS verdict
FROM number
-- Grants for one patent are compared by subsidy-no-duplicate, loans by pledge-evidence; here one
-- registration that lists a patent twice.
WHERE size IS NOT NULL
  AND paper IN ('register', 'pledge')
GROUP BY paper, part, base
