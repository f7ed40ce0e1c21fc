SELECT firm_start.firm,
       pay_date,
       bool_or(payment.amount IS NULL) OVER (PARTITION BY firm_start.firm) AS unknown,
       sum(payment.amount) OVER (PARTITION BY firm_start.firm ORDER BY pay_date) AS total
FROM finance.payment_detail AS payment
JOIN firm_start ON firm_start.firm = norm_name(payment.payee)
WHERE pay_date >= firm_start.first_day
