SELECT _row AS kitchen_row, concat(school_name, canteen_name) AS name, station AS owner
FROM canteen
UNION ALL
SELECT caterer._row, registered.name, NULL
FROM caterer
JOIN food.operator_register AS registered USING (_row)
-- A canteen that stands in both registers is one kitchen.
WHERE caterer.name NOT IN (SELECT norm_name(school_name) FROM canteen WHERE school_name IS NOT NULL)
  AND (caterer.code IS NULL OR caterer.code NOT IN (SELECT code FROM canteen WHERE code IS NOT NULL))
