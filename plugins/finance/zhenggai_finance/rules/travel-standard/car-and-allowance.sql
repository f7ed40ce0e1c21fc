SELECT _row,
       person,
       depart_date,
       city,
       person AS owner,
       depart_date AS fact_date,
       city_allowance AS amount,
       CASE WHEN NOT city_allowance > 0 OR city_allowance IS NULL THEN 'ok'
            ELSE judge(NOT unit_car) END AS verdict
FROM finance.travel_reimbursement
WHERE in_period(depart_date) IS NOT FALSE
  AND (unit_car OR city_allowance > 0)
  AND NOT $car_allowance_ok
