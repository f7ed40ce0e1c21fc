SELECT _row,
       person,
       depart_date,
       city,
       person AS owner,
       depart_date AS fact_date,
       coalesce(meal_allowance, 0) AS meal_paid,
       coalesce(meal_days, 0) AS meal_days,
       meal_allowed,
       coalesce(city_allowance, 0) AS city_paid,
       coalesce(city_days, 0) AS city_days,
       city_allowed,
       greatest(meal_allowance - rated.meal_days * meal_allowed, 0) + greatest(city_allowance - rated.city_days * city_allowed, 0) AS amount,
       CASE WHEN meal_allowance > rated.meal_days * meal_allowed OR city_allowance > rated.city_days * city_allowed THEN 'violation'
            WHEN (meal_allowance > 0 AND rated.meal_days IS NULL) OR (city_allowance > 0 AND rated.city_days IS NULL) OR city IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM rated
WHERE meal_allowance > 0
   OR city_allowance > 0
