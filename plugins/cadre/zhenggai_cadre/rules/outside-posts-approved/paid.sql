SELECT held._row,
       name,
       org,
       post,
       start AS fact_date,
       -- Pay is owed back even where the post has been given up since.
       CASE WHEN NOT paid THEN 'ok'
            WHEN paid AND bound THEN 'violation'
            ELSE 'gap' END AS verdict
FROM held
WHERE bound IS NOT FALSE
