SELECT _row,
       canteen_name,
       meal_date,
       meal,
       problems,
       accompany_name AS owner,
       meal_date AS fact_date,
       CASE WHEN measures IS NULL THEN 'doubt' ELSE 'ok' END AS verdict
FROM food.accompany_record
WHERE in_period(meal_date) IS NOT FALSE
  AND NOT regexp_matches(coalesce(norm_text(problems), '无'), '^(无|没有|未发现|未见|正常|良好|满意|好).{0,6}$')
