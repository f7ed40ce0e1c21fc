SELECT _row,
       inspect_date,
       subject_name,
       station AS owner,
       inspect_date AS fact_date,
       judge(coalesce(norm_text(inspectors), '') <> '') AS verdict
FROM food.inspection_ledger
WHERE in_period(inspect_date) IS NOT FALSE
