SELECT _row,
       pay_date,
       coalesce(payee, '') AS payee,
       coalesce(purpose, '') AS purpose,
       amount,
       pay_date AS fact_date,
       CASE WHEN amount IS NULL THEN 'gap'
            WHEN amount >= $round_min AND amount % 10000 = 0 THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM payment
WHERE population >= $min_rows
