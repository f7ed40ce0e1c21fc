SELECT dish._row,
       dish.dish,
       kept._row AS kept_row,
       dish.dish = kept.dish
         OR len(list_intersect(regexp_extract_all(dish.dish, '.'), regexp_extract_all(kept.dish, '.')))
            >= $name_similarity * least(length(dish.dish), length(kept.dish)) AS alike
FROM dish
JOIN kept USING (canteen, meal_date, meal)
WHERE dish.dish <> '' AND kept.dish <> ''
