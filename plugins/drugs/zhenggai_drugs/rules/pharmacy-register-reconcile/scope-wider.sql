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
       array_to_string(list_filter(split_names(store.business_scope), lambda one:
         NOT list_contains(split_names(coalesce(numbered.scope, '')), one)), '、') AS beyond,
       store.station AS owner,
       CASE WHEN store.business_scope IS NULL OR numbered.scope IS NULL THEN 'gap'
            WHEN beyond <> '' THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM store
JOIN numbered USING (number)
WHERE store.open
  AND numbered.in_force IS NOT NULL
