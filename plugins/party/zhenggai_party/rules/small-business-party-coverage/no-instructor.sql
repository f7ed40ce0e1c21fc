WITH business AS (
  SELECT *,
         coalesce(regexp_matches(concat_ws(' ', state, remarks), '注销|吊销'), FALSE) AS gone,
         organized IS TRUE OR org_form IN ('单独组建', '联合组建', '行业组建') AS has_organization
  FROM party.small_business_party
)
SELECT _row, entity, instructor, instructor AS owner,
       CASE WHEN norm_name(instructor) IN (SELECT norm_name(name) FROM cadre.roster WHERE name IS NOT NULL) THEN 'ok'
            WHEN _row IN (SELECT _row FROM core.unread WHERE field = 'instructor') THEN 'gap'
            ELSE 'violation' END AS verdict
FROM business
WHERE NOT gone
  AND org_form IS DISTINCT FROM '单独组建'
  AND NOT (organized IS TRUE AND org_form IS NULL)
