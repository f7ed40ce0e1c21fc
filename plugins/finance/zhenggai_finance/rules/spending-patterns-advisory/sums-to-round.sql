SELECT list(_row ORDER BY pay_date, _row) AS _rows,
       concat_ws('|', strftime(date_trunc('month', pay_date), '%Y-%m'), norm_name(payee)) AS key,
       strftime(date_trunc('month', pay_date), '%Y年%m月') AS month,
       coalesce(any_value(payee), '') AS payee,
       count(*) AS times,
       sum(payment.amount) AS amount,
       max(pay_date) AS fact_date,
       CASE WHEN count(*) > count(payment.amount) OR norm_name(any_value(payee)) IS NULL OR count(pay_date) = 0 THEN 'gap'
            -- Round payments are signalled one by one.
            WHEN count(*) > 1 AND sum(payment.amount) % 10000 = 0 AND NOT bool_and(payment.amount % 10000 = 0) THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM payment
WHERE population >= $min_rows
GROUP BY date_trunc('month', pay_date), norm_name(payee)
