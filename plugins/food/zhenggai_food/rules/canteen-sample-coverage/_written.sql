SELECT menu._row, menu.canteen_name, canteen, menu.meal_date, menu.meal,
       unnest(CASE WHEN dish_name IS NULL THEN ['']
                   ELSE list_filter(string_split_regex(dish_name, '[、，,；;/\s　]+'), lambda one: one <> '') END) AS words
FROM food.menu AS menu
JOIN served ON served.canteen = norm_name(menu.canteen_name) AND served.meal_date = menu.meal_date
