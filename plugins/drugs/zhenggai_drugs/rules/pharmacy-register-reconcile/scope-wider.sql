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
