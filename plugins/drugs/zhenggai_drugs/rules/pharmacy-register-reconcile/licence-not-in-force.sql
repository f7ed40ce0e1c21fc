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
