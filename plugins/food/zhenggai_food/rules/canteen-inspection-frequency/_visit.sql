SELECT _row, norm_name(subject_name) AS name, nullif(upper(norm_text(uscc)), '') AS code
FROM food.inspection_ledger
WHERE NOT coalesce(list_contains($exclude_types, inspect_type), FALSE)
