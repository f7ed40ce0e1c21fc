SELECT *, CAST(NULL AS VARCHAR) AS code
FROM food.canteen_register
WHERE status IS NULL OR status = '正常'
