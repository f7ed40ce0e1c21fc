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
