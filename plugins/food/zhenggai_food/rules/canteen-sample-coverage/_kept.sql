SELECT sample._row, sample.canteen_name, served.canteen, sample.meal_date, sample.meal,
       regexp_replace(regexp_replace(norm_text(coalesce(dish_name, '')), '\([^)]*\)|\d+(\.\d+)?(g|克|kg)?', '', 'g'), '西红柿', '番茄') AS plain,
       CASE plain WHEN '大米饭' THEN '米饭' WHEN '馍' THEN '馒头' ELSE plain END AS dish
FROM food.meal_sample_record AS sample
JOIN served ON served.canteen = norm_name(sample.canteen_name) AND served.meal_date = sample.meal_date
