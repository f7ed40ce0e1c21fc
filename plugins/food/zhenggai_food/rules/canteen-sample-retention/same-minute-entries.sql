SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', norm_name(canteen_name), meal_date, meal, any_value(sample_time)) AS key,
       any_value(canteen_name) AS canteen_name,
       meal_date,
       meal,
       any_value(sample_time) AS sample_time,
       count(DISTINCT norm_text(dish_name)) AS dishes,
       meal_date AS fact_date,
       CASE WHEN norm_name(canteen_name) IS NULL OR meal IS NULL THEN 'gap'
            WHEN dishes > $same_minute_max THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM food.meal_sample_record
WHERE in_period(meal_date)
  AND regexp_matches(sample_time, '\d{1,2}\s*[:：时点]')
GROUP BY norm_name(canteen_name), meal_date, meal, norm_text(sample_time)
