SELECT _row, norm_name(school_name) AS name, canteen_name IS NULL AS own FROM canteen
UNION
SELECT _row, norm_name(school_name || canteen_name), TRUE FROM canteen
UNION
SELECT _row, norm_name(canteen_name), TRUE FROM canteen WHERE length(norm_name(canteen_name)) >= 5
