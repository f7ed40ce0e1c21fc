SELECT held._row,
       name,
       org,
       post,
       coalesce(kind, '未填') AS kind,
       start AS fact_date,
       CASE WHEN NOT enterprise THEN 'ok'
            WHEN enterprise AND bound AND NOT left_undated THEN 'violation'
            ELSE 'gap' END AS verdict
FROM held
WHERE bound IS NOT FALSE
