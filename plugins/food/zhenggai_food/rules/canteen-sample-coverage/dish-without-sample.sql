SELECT dish._row,
       dish.dish AS subject,
       canteen_name,
       meal_date,
       meal,
       dish.dish,
       meal_date AS fact_date,
       CASE WHEN dish.dish = '' OR meal IS NULL THEN 'gap'
            WHEN same.dish IS NOT NULL THEN 'ok'
            ELSE 'violation' END AS verdict
FROM dish
LEFT JOIN (SELECT DISTINCT _row, dish FROM likeness WHERE alike) AS same ON same._row = dish._row AND same.dish = dish.dish
WHERE NOT exempt
  -- A meal without any sample is reported as a meal.
  AND (meal IS NULL OR (canteen, meal_date, meal) IN (SELECT (canteen, meal_date, meal) FROM kept))
