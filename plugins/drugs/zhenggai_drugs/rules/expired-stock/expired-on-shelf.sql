WITH stock AS (
  SELECT *,
         last_day_in(expiry) AS last_day
  FROM drugs.stock_list
  WHERE in_period(check_date) IS NOT FALSE
    AND qty > 0 IS NOT FALSE
)
SELECT _row,
       pharmacy_name,
       drug_name,
       batch_no,
       expiry,
       last_day,
       check_date,
       check_date - last_day AS days,
       qty,
       coalesce(location, '陈列区') AS place,
       check_date AS fact_date,
       CASE WHEN last_day >= check_date THEN 'ok'
            WHEN last_day < check_date AND qty > 0 THEN 'violation'
            ELSE 'gap' END AS verdict
FROM stock
WHERE NOT coalesce(list_bool_or(list_transform($not_for_sale, lambda area: contains(location, area))), FALSE)
