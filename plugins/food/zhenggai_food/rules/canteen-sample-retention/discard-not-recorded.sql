SELECT _row,
       canteen_name,
       meal_date,
       meal,
       dish_name,
       keeper AS owner,
       meal_date AS fact_date,
       meal_date + CAST(ceil($min_hours / 24) AS INTEGER) AS due,
       CASE WHEN norm_text(discard_time) <> '' THEN 'ok'
            WHEN due IS NULL THEN 'gap'
            WHEN as_of() <= due THEN 'pending'
            ELSE 'doubt' END AS verdict
FROM food.meal_sample_record
WHERE in_period(meal_date) IS NOT FALSE
