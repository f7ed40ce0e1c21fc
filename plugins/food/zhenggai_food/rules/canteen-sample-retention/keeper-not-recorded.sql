SELECT _row,
       canteen_name,
       meal_date,
       meal,
       dish_name,
       meal_date AS fact_date,
       judge(coalesce(norm_text(keeper), '') <> '') AS verdict
FROM food.meal_sample_record
WHERE in_period(meal_date) IS NOT FALSE
