WITH renamed AS (
  SELECT norm_name(split_part(one, '=', 1)) AS old_name, norm_name(split_part(one, '=', 2)) AS new_name
  FROM (SELECT unnest($aliases) AS one) AS given
),
named AS (
  SELECT _row, "no", finding, unnest(split_names(unit)) AS name
  FROM rectification.ledger
  WHERE trim(unit) <> ''
),
known AS (
  SELECT regexp_replace(norm_name(name), '(股|科|室|所|中心|大队|队|办公室)$', '') AS stem
  FROM core.sections
)
SELECT DISTINCT
       named._row,
       named.name AS subject,
       named."no",
       named.finding,
       named.name,
       CASE WHEN (SELECT count(*) FROM known) = 0 THEN 'gap'
            ELSE judge(known.stem IS NOT NULL) END AS verdict
FROM named
LEFT JOIN renamed ON renamed.old_name = norm_name(named.name)
LEFT JOIN known ON known.stem = regexp_replace(coalesce(renamed.new_name, norm_name(named.name)), '(股|科|室|所|中心|大队|队|办公室)$', '')
