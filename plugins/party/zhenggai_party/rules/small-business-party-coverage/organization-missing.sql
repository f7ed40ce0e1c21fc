SELECT _row, entity, full_members, instructor AS owner,
       CASE WHEN full_members IS NULL THEN 'gap'
            WHEN organized IS FALSE OR org_form = '未组建' THEN 'violation'
            WHEN has_organization THEN 'ok'
            ELSE 'gap' END AS verdict
FROM business
WHERE NOT gone
  AND (full_members >= $own_branch OR full_members IS NULL)
