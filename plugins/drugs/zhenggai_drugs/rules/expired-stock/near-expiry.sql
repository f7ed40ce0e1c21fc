WITH stock AS (
  SELECT *,
         last_day_in(expiry) AS last_day,
         last_day - check_date AS days_left
  FROM drugs.stock_list
  WHERE in_period(check_date) IS NOT FALSE
    AND qty > 0 IS NOT FALSE
)
SELECT _row,
       pharmacy_name,
       drug_name,
       batch_no,
       check_date,
       last_day,
       days_left AS "left",
       check_date AS fact_date,
       CASE WHEN days_left IS NULL THEN 'gap'
            WHEN days_left <= $near_days THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM stock
WHERE NOT coalesce(list_bool_or(list_transform($not_for_sale, lambda area: contains(location, area))), FALSE)
  AND (days_left < 0) IS NOT TRUE
