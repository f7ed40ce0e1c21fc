SELECT _row, inspect_date, subject_name, coalesce(problems, result) AS problems,
       station AS owner,
       inspect_date AS fact_date,
       judge(measures IS NOT NULL OR rectify_deadline IS NOT NULL OR case_no IS NOT NULL) AS verdict
FROM tracked
