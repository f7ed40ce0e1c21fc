SELECT DISTINCT norm_name(canteen_name) AS canteen FROM food.meal_sample_record
