WITH named AS (
  SELECT _row, "no", finding, coalesce(completed_date, as_of()) AS on_day, unnest(split_names(leader)) AS name
  FROM rectification.ledger
  WHERE trim(leader) <> ''
),
members AS (
  SELECT norm_name(name) AS name,
         bool_or(since IS NULL OR since <= as_of()) AS ever,
         list(struct_pack(first_day := coalesce(since, DATE '1949-10-01'), last_day := coalesce("until", DATE '2999-12-31'))) AS terms
  FROM rectification.leader_duties
  GROUP BY norm_name(name)
)
SELECT named._row,
       named.name AS subject,
       named."no",
       named.finding,
       named.name,
       named.on_day,
       named.name AS owner,
       CASE WHEN (SELECT count(*) FROM members WHERE name IS NOT NULL) = 0 THEN 'gap'
            ELSE judge(coalesce(list_bool_or(list_transform(members.terms, lambda one: named.on_day BETWEEN one.first_day AND one.last_day)), FALSE)) END AS verdict
FROM named
LEFT JOIN members ON members.name = norm_name(named.name)
