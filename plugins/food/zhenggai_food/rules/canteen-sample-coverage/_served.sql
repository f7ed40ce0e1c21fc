SELECT DISTINCT norm_name(canteen_name) AS canteen, meal_date
FROM food.menu
JOIN supplied ON supplied.canteen = norm_name(canteen_name)
WHERE meal_date < as_of()
  AND meal_date NOT IN (SELECT day FROM closed)
QUALIFY dense_rank() OVER (PARTITION BY canteen ORDER BY meal_date DESC) <= $span_days
