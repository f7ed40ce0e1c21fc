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
       store.station AS owner,
       CASE WHEN exported.number IS NOT NULL OR stray.name IS NOT NULL THEN 'ok'
            WHEN store.number IS NULL OR store.name IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM store
LEFT JOIN (SELECT DISTINCT number FROM licence WHERE number IS NOT NULL) AS exported ON exported.number = store.number
LEFT JOIN stray ON stray.name = store.name
WHERE store.open
