SELECT *, nullif(upper(norm_text(uscc)), '') AS code
FROM food.canteen_register
WHERE status IS NULL OR status = '正常'
