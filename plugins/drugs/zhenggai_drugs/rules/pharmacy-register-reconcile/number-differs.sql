SELECT store._row,
       store.pharmacy_name,
       store.licence_no,
       stray.other_no,
       store.station AS owner,
       CASE WHEN numbered.in_force IS NOT NULL THEN 'ok'
            WHEN stray.name IS NULL OR (numbered.number IS NOT NULL AND stray.in_force IS NOT TRUE) THEN 'ok'
            WHEN store.number IS NULL OR stray.numbers <> 1 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM store
LEFT JOIN numbered USING (number)
LEFT JOIN stray ON stray.name = store.name
WHERE store.open
  -- What the system does not know at all has no number to compare.
  AND (numbered.number IS NOT NULL OR stray.name IS NOT NULL)
