SELECT list(_row ORDER BY pay_date, _row) AS _rows,
       concat_ws('|', year(pay_date), norm_name(payee), payment.amount) AS key,
       year(pay_date) AS year,
       coalesce(any_value(payee), '') AS payee,
       count(*) AS times,
       payment.amount AS each,
       sum(payment.amount) AS amount,
       max(pay_date) AS fact_date,
       CASE WHEN norm_name(any_value(payee)) IS NULL OR payment.amount IS NULL THEN 'gap'
            WHEN count(*) >= $repeat_times THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM payment
WHERE population >= $min_rows
GROUP BY year(pay_date), norm_name(payee), payment.amount
