SELECT _row, norm_name(name) AS name, nullif(upper(norm_text(uscc)), '') AS code
FROM food.operator_register
WHERE status IS NULL OR status = '在营'
