SELECT _row, norm_name(canteen_name) AS name, CAST(NULL AS VARCHAR) AS code
FROM food.accompany_record
