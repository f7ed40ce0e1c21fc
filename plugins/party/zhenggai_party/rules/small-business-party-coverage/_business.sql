SELECT *,
       coalesce(regexp_matches(concat_ws(' ', state, remarks), '注销|吊销'), FALSE) AS gone,
       organized IS TRUE OR org_form IN ('单独组建', '联合组建', '行业组建') AS has_organization
FROM party.small_business_party
