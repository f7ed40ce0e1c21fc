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
),
stray AS (
  SELECT licence.name,
         count(DISTINCT licence.number) AS numbers,
         any_value(licence.licence_no) AS other_no,
         bool_or(licence.licence_status IN ('有效', '换证中')) AS in_force
  FROM licence
  LEFT JOIN (SELECT DISTINCT number FROM store WHERE number IS NOT NULL) AS held ON held.number = licence.number
  WHERE held.number IS NULL
    AND licence.name IS NOT NULL
  GROUP BY licence.name
)
SELECT store._row,
       store.pharmacy_name,
       store.licence_no,
       numbered.statuses AS licence_status,
       store.station AS owner,
       CASE WHEN numbered.in_force IS NOT NULL THEN 'ok'
            -- A new number in force under the same name: the register keeps an old number.
            WHEN stray.in_force THEN 'ok'
            WHEN numbered.unknown > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM store
JOIN numbered USING (number)
LEFT JOIN stray ON stray.name = store.name
WHERE store.open
