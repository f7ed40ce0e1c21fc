SELECT _row,
       CASE WHEN pay_for <> pay_month THEN month END AS subject,
       month,
       person,
       item,
       listed_as,
       round(amount, 2) AS amount,
       person AS owner,
       coalesce(pay_for, pay_month) AS fact_date,
       CASE WHEN forbidden AND NOT coalesce(permitted, FALSE) THEN 'violation'
            WHEN undated THEN 'gap'
            ELSE 'ok' END AS verdict
FROM classed
WHERE matches > 0
