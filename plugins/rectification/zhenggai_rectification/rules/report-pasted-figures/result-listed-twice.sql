SELECT list_filter([_row, other_row], lambda one: one IS NOT NULL) AS _rows,
       key,
       report,
       title,
       other_title,
       cited,
       noun,
       text,
       sentence,
       other_sentence,
       judge(other_row IS NULL) AS verdict
FROM pairs
WHERE other_row IS NULL
   OR value = other_value
   OR (masked AND other_masked)
