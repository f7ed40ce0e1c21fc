SELECT _row, inspect_date, subject_name, deadline,
       station AS owner,
       inspect_date AS fact_date,
       judge(deadline >= inspect_date) AS verdict
FROM tracked
WHERE rectify_deadline IS NOT NULL
