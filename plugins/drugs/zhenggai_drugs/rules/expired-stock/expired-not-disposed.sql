SELECT _row,
       pharmacy_name,
       drug_name,
       batch_no,
       check_date,
       location AS place,
       last_day_in(expiry) AS last_day,
       check_date - last_day AS days,
       check_date AS fact_date,
       CASE WHEN days IS NULL THEN 'gap'
            WHEN days > $disposal_days THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM drugs.stock_list
WHERE in_period(check_date) IS NOT FALSE
  AND qty > 0 IS NOT FALSE
  AND list_bool_or(list_transform($not_for_sale, lambda area: contains(location, area)))
