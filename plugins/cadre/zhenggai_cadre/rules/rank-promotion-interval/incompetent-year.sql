SELECT risen._row, name, from_rank, to_rank, approve_date, bad AS years,
       approve_date AS fact_date,
       CASE WHEN bad IS NOT NULL THEN 'violation'
            WHEN from_since IS NULL OR approve_date IS NULL OR unknown > 0 THEN 'gap'
            WHEN coalesce(appraised, 0) < greatest(0, year(approve_date) - year(from_since) - CASE WHEN month(from_since) = 1 THEN 0 ELSE 1 END) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM risen
LEFT JOIN years ON years._row = risen._row
