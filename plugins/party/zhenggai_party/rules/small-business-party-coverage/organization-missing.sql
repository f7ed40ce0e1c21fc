WITH business AS (
  SELECT *,
         coalesce(regexp_matches(concat_ws(' ', state, remarks), '注销|吊销'), FALSE) AS gone,
         organized IS TRUE OR org_form IN ('单独组建', '联合组建', '行业组建') AS has_organization
  FROM party.small_business_party
)
SELECT _row, entity, full_members, instructor AS owner,
       CASE WHEN full_members IS NULL THEN 'gap'
            WHEN organized IS FALSE OR org_form = '未组建' THEN 'violation'
            WHEN has_organization THEN 'ok'
            ELSE 'gap' END AS verdict
FROM business
WHERE NOT gone
  AND (full_members >= $own_branch OR full_members IS NULL)
