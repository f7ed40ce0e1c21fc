SELECT _row, inspect_date, subject_name, measures,
       station AS owner,
       inspect_date AS fact_date,
       CASE WHEN rectify_deadline IS NULL THEN 'violation'
            WHEN deadline IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM tracked
WHERE demanded
