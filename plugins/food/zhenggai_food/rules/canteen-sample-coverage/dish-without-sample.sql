WITH supplied AS (
  SELECT DISTINCT norm_name(canteen_name) AS canteen FROM food.meal_sample_record
),
closed AS (
  SELECT CAST(unnest(range(start_date, end_date + 1, INTERVAL 1 DAY)) AS DATE) AS day
  FROM food.term_calendar
  WHERE kind = '非供餐'
),
served AS (
  SELECT DISTINCT norm_name(canteen_name) AS canteen, meal_date
  FROM food.menu
  JOIN supplied ON supplied.canteen = norm_name(canteen_name)
  WHERE meal_date < as_of()
    AND meal_date NOT IN (SELECT day FROM closed)
  QUALIFY dense_rank() OVER (PARTITION BY canteen ORDER BY meal_date DESC) <= $span_days
),
written AS (
  SELECT menu._row, menu.canteen_name, canteen, menu.meal_date, menu.meal,
         unnest(CASE WHEN dish_name IS NULL THEN ['']
                     ELSE list_filter(string_split_regex(dish_name, '[、，,；;/\s　]+'), lambda one: one <> '') END) AS words
  FROM food.menu AS menu
  JOIN served ON served.canteen = norm_name(menu.canteen_name) AND served.meal_date = menu.meal_date
),
dish AS (
  SELECT DISTINCT * EXCLUDE (words),
         list_bool_or(list_transform($exempt_words, lambda word: ends_with(norm_text(words), norm_text(word)))) AS exempt,
         regexp_replace(regexp_replace(norm_text(words), '\([^)]*\)|\d+(\.\d+)?(g|克|kg)?', '', 'g'), '西红柿', '番茄') AS plain,
         CASE plain WHEN '大米饭' THEN '米饭' WHEN '馍' THEN '馒头' ELSE plain END AS dish
  FROM written
),
kept AS (
  SELECT sample._row, sample.canteen_name, served.canteen, sample.meal_date, sample.meal,
         regexp_replace(regexp_replace(norm_text(coalesce(dish_name, '')), '\([^)]*\)|\d+(\.\d+)?(g|克|kg)?', '', 'g'), '西红柿', '番茄') AS plain,
         CASE plain WHEN '大米饭' THEN '米饭' WHEN '馍' THEN '馒头' ELSE plain END AS dish
  FROM food.meal_sample_record AS sample
  JOIN served ON served.canteen = norm_name(sample.canteen_name) AND served.meal_date = sample.meal_date
),
likeness AS (
  SELECT dish._row,
         dish.dish,
         kept._row AS kept_row,
         dish.dish = kept.dish
           OR len(list_intersect(regexp_extract_all(dish.dish, '.'), regexp_extract_all(kept.dish, '.')))
              >= $name_similarity * least(length(dish.dish), length(kept.dish)) AS alike
  FROM dish
  JOIN kept USING (canteen, meal_date, meal)
  WHERE dish.dish <> '' AND kept.dish <> ''
)
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
