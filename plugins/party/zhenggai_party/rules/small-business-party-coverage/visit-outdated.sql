WITH business AS (
  SELECT *,
         coalesce(regexp_matches(concat_ws(' ', state, remarks), '注销|吊销'), FALSE) AS gone,
         organized IS TRUE OR org_form IN ('单独组建', '联合组建', '行业组建') AS has_organization
  FROM party.small_business_party
)
SELECT _row, entity, visit_date, instructor AS owner, add_months(as_of(), -$visit_months) AS since,
       CASE WHEN visit_date >= add_months(as_of(), -$visit_months) THEN 'ok'
            WHEN _row IN (SELECT _row FROM core.unread WHERE field = 'visit_date') THEN 'gap'
            ELSE 'violation' END AS verdict
FROM business
WHERE NOT gone
