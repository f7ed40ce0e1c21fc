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
