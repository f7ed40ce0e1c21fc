WITH business AS (
  SELECT *,
         coalesce(regexp_matches(concat_ws(' ', state, remarks), '注销|吊销'), FALSE) AS gone,
         organized IS TRUE OR org_form IN ('单独组建', '联合组建', '行业组建') AS has_organization
  FROM party.small_business_party
)
SELECT _row, entity,
       CASE WHEN gone THEN 'doubt'
            WHEN _row IN (SELECT _row FROM core.unread WHERE field = 'state') THEN 'gap'
            ELSE 'ok' END AS verdict
FROM business
