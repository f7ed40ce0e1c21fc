-- A renewed or reopened licence may keep its number: the row in force speaks for the number.
SELECT number,
       arg_min(licence_status, _row) FILTER (licence_status IN ('有效', '换证中')) AS in_force,
       max(licence_expiry) FILTER (licence_status IN ('有效', '换证中')) AS valid_until,
       count(*) FILTER (licence_status IN ('有效', '换证中') AND licence_expiry IS NULL) AS undated,
       count(*) FILTER (licence_status IS NULL) AS unknown,
       string_agg(DISTINCT licence_status, '、' ORDER BY licence_status) AS statuses,
       string_agg(business_scope, '、') FILTER (licence_status IN ('有效', '换证中')) AS scope
FROM licence
WHERE number IS NOT NULL
GROUP BY number
