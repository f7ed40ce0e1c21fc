SELECT kept._row,
       kept.canteen_name,
       kept.meal_date,
       kept.meal,
       kept.dish,
       kept.meal_date AS fact_date,
       CASE WHEN kept.dish = '' OR kept.meal IS NULL THEN 'gap'
            WHEN same.kept_row IS NOT NULL THEN 'ok'
            ELSE 'doubt' END AS verdict
FROM kept
LEFT JOIN (SELECT DISTINCT kept_row FROM likeness WHERE alike) AS same ON same.kept_row = kept._row
WHERE kept.meal IS NULL
   OR (kept.canteen, kept.meal_date, kept.meal) IN (SELECT (canteen, meal_date, meal) FROM dish)
