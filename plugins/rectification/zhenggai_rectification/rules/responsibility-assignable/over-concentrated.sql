WITH led AS (
  SELECT _row, unnest(split_names(leader)) AS name
  FROM rectification.ledger
),
total AS (
  SELECT count(*) AS total FROM rectification.ledger
)
SELECT min(led._row) AS _row,
       norm_name(led.name) AS key,
       any_value(led.name) AS name,
       any_value(led.name) AS owner,
       count(DISTINCT led._row) AS times,
       total.total,
       round(100.0 * count(DISTINCT led._row) / total.total, 1) AS share,
       round(100 * $max_share, 1) AS "limit",
       judge(count(DISTINCT led._row) <= $max_share * total.total) AS verdict
FROM led
CROSS JOIN total
GROUP BY norm_name(led.name), total.total
UNION ALL
SELECT _row, coalesce("no", '') AS key, '（未填）' AS name, NULL AS owner, 0 AS times, 0 AS total, 0 AS share, 0 AS "limit", 'gap' AS verdict
FROM rectification.ledger
WHERE trim(coalesce(leader, '')) = ''
