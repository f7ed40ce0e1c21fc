SELECT list(DISTINCT dish._row ORDER BY dish._row) AS _rows,
       concat_ws('|', dish.canteen, dish.meal_date, dish.meal) AS key,
       any_value(canteen_name) AS canteen_name,
       dish.meal_date,
       dish.meal,
       count(*) AS dishes,
       dish.meal_date AS fact_date,
       CASE WHEN any_value(sampled.meal) IS NOT NULL THEN 'ok'
            WHEN dish.meal IS NULL OR any_value(unclear.canteen) IS NOT NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM dish
LEFT JOIN (SELECT DISTINCT canteen, meal_date, meal FROM kept) AS sampled USING (canteen, meal_date, meal)
-- A sample of that day whose meal cannot be read may be of this one.
LEFT JOIN (SELECT DISTINCT canteen, meal_date FROM kept WHERE meal IS NULL) AS unclear
  ON unclear.canteen = dish.canteen AND unclear.meal_date = dish.meal_date
WHERE NOT exempt
GROUP BY dish.canteen, dish.meal_date, dish.meal
