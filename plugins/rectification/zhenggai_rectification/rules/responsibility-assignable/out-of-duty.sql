WITH named AS (
  SELECT _row, "no", finding, leader, unit, unnest(split_names(unit)) AS section
  FROM rectification.ledger
  WHERE trim(unit) <> ''
    AND trim(leader) <> ''
),
duties AS (
  SELECT norm_name(name) AS name, unnest(split_names(units)) AS section, regexp_matches(post, '书记') AND NOT regexp_matches(post, '副书记|纪检') AS secretary
  FROM rectification.leader_duties
  WHERE "until" IS NULL OR "until" >= as_of()
),
in_charge AS (
  SELECT regexp_replace(norm_name(section), '(股|科|室|所|中心|大队|队|办公室)$', '') AS stem, list(DISTINCT name) AS leaders
  FROM duties
  GROUP BY 1
)
SELECT named._row,
       named.section AS subject,
       named."no",
       named.finding,
       named.leader,
       named.section AS unit,
       -- A section that the duties do not name belongs to no leader yet.
       CASE WHEN in_charge.stem IS NULL THEN 'gap'
            ELSE judge(list_has_any(in_charge.leaders, list_transform(split_names(named.leader), lambda one: norm_name(one)))
                       OR list_has_any(list_transform(split_names(named.leader), lambda one: norm_name(one)),
                                       (SELECT coalesce(list(DISTINCT name), []) FROM duties WHERE secretary))) END AS verdict
FROM named
LEFT JOIN in_charge ON in_charge.stem = regexp_replace(norm_name(named.section), '(股|科|室|所|中心|大队|队|办公室)$', '')
