WITH written AS (
  SELECT *,
         lower(norm_text(sample_grams)) AS words,
         TRY_CAST(regexp_extract(words, '^(\d+(?:\.\d+)?)(kg|千克|公斤|g|克|斤|两)?$', 1) AS DECIMAL(12, 4)) AS figure,
         regexp_extract(words, '^(\d+(?:\.\d+)?)(kg|千克|公斤|g|克|斤|两)?$', 2) AS unit
  FROM food.meal_sample_record
  WHERE in_period(meal_date) IS NOT FALSE
    AND norm_text(sample_grams) <> ''
)
SELECT _row,
       canteen_name,
       meal_date,
       meal,
       dish_name,
       sample_grams,
       -- A bare 0.125 is no figure in grams; which unit it has is not written.
       CASE WHEN unit IN ('kg', '千克', '公斤') THEN figure * 1000
            WHEN unit = '斤' THEN figure * 500
            WHEN unit = '两' THEN figure * 50
            WHEN unit IN ('g', '克') OR figure >= 5 THEN figure END AS grams,
       keeper AS owner,
       meal_date AS fact_date,
       judge(grams >= $min_grams) AS verdict
FROM written
