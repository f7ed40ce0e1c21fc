WITH seat AS (
  SELECT _row,
         reception_date,
         norm_text(venue) AS venue,
         CASE WHEN contains(meal_type, '早') THEN '早餐'
              WHEN regexp_matches(meal_type, '午|中') THEN '午餐'
              WHEN contains(meal_type, '晚') THEN '晚餐' END AS meal,
         unnest(split_names(companion_names)) AS companion
  FROM finance.reception_ledger
  WHERE in_period(reception_date) IS NOT FALSE
)
SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', reception_date, meal, companion) AS key,
       companion,
       reception_date,
       coalesce(meal, '餐别未写') AS meal_type,
       coalesce(string_agg(DISTINCT venue, '、'), '') AS venues,
       companion AS owner,
       reception_date AS fact_date,
       CASE WHEN count(*) = 1 THEN CASE WHEN reception_date IS NULL THEN 'gap' ELSE 'ok' END
            WHEN meal IS NULL OR reception_date IS NULL OR count(*) > count(venue) THEN 'gap'
            ELSE judge(count(DISTINCT venue) = 1) END AS verdict
FROM seat
GROUP BY reception_date, meal, companion
