WITH licence AS (
  SELECT *,
         upper(regexp_replace(norm_text(licence_no), '[()\[\]〔〕【】]', '', 'g')) AS number,
         norm_name(pharmacy_name) AS name
  FROM drugs.licence_export
),
store AS (
  SELECT *,
         upper(regexp_replace(norm_text(licence_no), '[()\[\]〔〕【】]', '', 'g')) AS number,
         norm_name(pharmacy_name) AS name,
         status IS NULL OR status = '在营' AS open
  FROM drugs.pharmacy_register
),
-- A renewed or reopened licence may keep its number: the row in force speaks for the number.
numbered AS (
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
)
SELECT store._row,
       store.pharmacy_name,
       store.licence_no,
       coalesce(store.licence_expiry, '空') AS licence_expiry,
       numbered.valid_until AS system_expiry,
       store.station AS owner,
       CASE WHEN numbered.undated > 0 THEN 'gap'
            ELSE judge(day_in(store.licence_expiry) = numbered.valid_until) END AS verdict
FROM store
JOIN numbered USING (number)
WHERE store.open
  AND numbered.in_force IS NOT NULL
