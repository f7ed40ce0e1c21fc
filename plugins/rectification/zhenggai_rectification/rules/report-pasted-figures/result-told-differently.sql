SELECT list_filter([_row, other_row], lambda one: one IS NOT NULL) AS _rows,
       key,
       report,
       title,
       other_title,
       cited,
       noun,
       text,
       other_text,
       CASE WHEN other_row IS NULL THEN 'ok'
            -- A masked figure beside an open one may be the same or another.
            WHEN value IS NULL OR other_value IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM pairs
WHERE other_row IS NULL
   OR ((value IS DISTINCT FROM other_value OR value IS NULL) AND NOT (masked AND other_masked))
