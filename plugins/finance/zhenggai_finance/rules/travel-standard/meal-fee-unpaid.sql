SELECT _row,
       person,
       depart_date,
       city,
       person AS owner,
       depart_date AS fact_date,
       hosted_meals,
       coalesce(meal_fee_paid, 0) AS meal_fee,
       round((hosted_meals - $free_meals) * meal_allowed * 0.4, 2) AS due_fee,
       due_fee - meal_fee AS amount,
       -- Breakfast is a fifth of the day's allowance, lunch and dinner two fifths; which it was is not in the table.
       CASE WHEN meal_fee >= due_fee THEN 'ok'
            WHEN meal_fee < (hosted_meals - $free_meals) * meal_allowed * 0.2 THEN 'violation'
            ELSE 'gap' END AS verdict
FROM rated
WHERE hosted_meals > $free_meals
