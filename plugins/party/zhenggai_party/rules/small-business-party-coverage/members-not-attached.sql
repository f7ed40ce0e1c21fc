WITH business AS (
  SELECT *,
         coalesce(regexp_matches(concat_ws(' ', state, remarks), '注销|吊销'), FALSE) AS gone,
         organized IS TRUE OR org_form IN ('单独组建', '联合组建', '行业组建') AS has_organization
  FROM party.small_business_party
)
SELECT _row, entity, full_members, instructor AS owner,
       CASE WHEN nullif(trim(branch), '') IS NOT NULL THEN 'ok'
            WHEN _row IN (SELECT _row FROM core.unread WHERE field = 'branch') THEN 'gap'
            ELSE 'violation' END AS verdict
FROM business
WHERE NOT gone
  AND full_members BETWEEN 1 AND $own_branch - 1
