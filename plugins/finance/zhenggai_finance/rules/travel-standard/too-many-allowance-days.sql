SELECT rows AS _rows,
       concat_ws('|', trip.form, trip.who) AS key,
       trip.person AS person,
       trip.form_no AS form_no,
       trip.depart_date AS depart_date,
       trip.return_date AS return_date,
       trip.city AS city,
       trip.person AS owner,
       trip.depart_date AS fact_date,
       days,
       coalesce(meal_days, 0) AS meal_days,
       coalesce(city_days, 0) AS city_days,
       judge(coalesce(trip.meal_days, 0) <= days AND coalesce(trip.city_days, 0) <= days) AS verdict
FROM trip
WHERE trip.meal_days IS NOT NULL
   OR trip.city_days IS NOT NULL
