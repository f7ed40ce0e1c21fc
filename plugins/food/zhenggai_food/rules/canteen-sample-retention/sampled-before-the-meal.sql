WITH written AS (
  SELECT *,
         day_in(sample_time) AS sampled_on
  FROM food.meal_sample_record
  WHERE in_period(meal_date) IS NOT FALSE
    AND regexp_matches(sample_time, '\d{4}')
)
SELECT _row,
       canteen_name,
       meal_date,
       meal,
       dish_name,
       sample_time,
       keeper AS owner,
       meal_date AS fact_date,
       CASE WHEN sampled_on IS NULL OR meal_date IS NULL THEN 'gap'
            WHEN sampled_on < meal_date THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM written
