WITH numbers AS (
  SELECT DISTINCT number FROM store WHERE number IS NOT NULL
),
-- A pharmacy whose own number is in force is another one of that name.
names AS (
  SELECT DISTINCT store.name
  FROM store
  LEFT JOIN (SELECT DISTINCT number FROM licence WHERE licence_status IN ('有效', '换证中')) AS valid
    ON valid.number = store.number
  WHERE store.name IS NOT NULL
    AND valid.number IS NULL
),
valid AS (
  SELECT count(DISTINCT coalesce(number, name)) AS valid
  FROM licence
  WHERE licence_status IN ('有效', '换证中')
),
totals AS (
  SELECT any_value(valid.valid) AS valid,
         count(*) FILTER (store.open) AS open
  FROM valid
  LEFT JOIN store ON true
)
SELECT licence._row,
       licence.pharmacy_name,
       licence.licence_no,
       licence.licence_status,
       totals.valid,
       totals.open,
       abs(totals.valid - totals.open) AS difference,
       CASE WHEN numbers.number IS NOT NULL OR names.name IS NOT NULL THEN 'ok'
            WHEN licence.licence_status IS NULL THEN 'gap'
            WHEN licence.number IS NULL OR licence.name IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM licence
CROSS JOIN totals
LEFT JOIN numbers ON numbers.number = licence.number
LEFT JOIN names ON names.name = licence.name
WHERE licence.licence_status IN ('有效', '换证中') IS NOT FALSE
