SELECT _row, pay_date AS day, purpose AS what, amount, payee AS party, population
FROM payment
UNION ALL
SELECT _row, issue_date, item_name, total, seller_name, count(*) OVER ()
FROM finance.invoice_register
WHERE (total > 0) IS NOT FALSE
  AND in_period(issue_date) IS NOT FALSE
