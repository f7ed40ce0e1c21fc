WITH counted AS (
  SELECT count(*) AS total,
         count(*) FILTER (category = '长期坚持' OR (category IS NULL AND regexp_matches(coalesce(deadline, ''), '长期|持续|常态'))) AS times,
         count(*) FILTER (category IS NULL AND trim(coalesce(deadline, '')) = '') AS unknown
  FROM rectification.ledger
)
SELECT 'total' AS key,
       total,
       times,
       round(100.0 * times / total, 1) AS share,
       round(100 * $max_long, 1) AS allowed,
       CASE WHEN times > $max_long * total THEN 'violation'
            WHEN times + unknown > $max_long * total THEN 'gap'
            ELSE 'ok' END AS verdict
FROM counted
WHERE total > 0
