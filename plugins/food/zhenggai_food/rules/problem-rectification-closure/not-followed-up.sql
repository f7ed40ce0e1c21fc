SELECT _row, inspect_date, subject_name, deadline,
       station AS owner,
       inspect_date AS fact_date,
       latest AS due,
       CASE WHEN checked_on IS NOT NULL THEN 'ok'
            WHEN as_of() <= latest THEN 'pending'
            -- Beyond the holiday data, or a deadline that cannot be read.
            WHEN latest IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM tracked
WHERE demanded
  AND rectify_deadline IS NOT NULL
  AND (deadline < inspect_date) IS NOT TRUE
