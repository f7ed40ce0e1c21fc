SELECT *,
       nullif(upper(norm_text(uscc)), '') AS code,
       coalesce(district_type,
                CASE WHEN len($urban_stations) = 0 OR station IS NULL THEN NULL
                     WHEN list_contains(list_transform($urban_stations, lambda one: norm_name(one)), norm_name(station)) THEN '城区'
                     ELSE '乡镇' END) AS district
FROM food.canteen_register
WHERE status IS NULL OR status = '正常'
