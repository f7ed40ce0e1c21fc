WITH only_one AS (
  SELECT norm_name(supplier) AS supplier,
         any_value(number) AS number
  FROM contract
  GROUP BY ALL
  HAVING count(*) = 1
),
first_day AS (
  SELECT number,
         min(pay_date) AS pay_date,
         any_value(_row) AS pay_row
  FROM (SELECT number, pay_date, _row FROM paid WHERE amount > 0 UNION ALL SELECT number, pay_date, NULL FROM day)
  GROUP BY number
),
first_guess AS (
  SELECT only_one.number,
         min(payment.pay_date) AS pay_date,
         min_by(payment._row, payment.pay_date) AS pay_row
  FROM only_one
  JOIN finance.payment_detail AS payment ON norm_name(payment.payee) = only_one.supplier
  WHERE payment.amount > 0
  GROUP BY only_one.number
)
SELECT list_filter([contract._row, coalesce(first_day.pay_row, first_guess.pay_row)], lambda one: one IS NOT NULL) AS _rows,
       contract.number AS key,
       contract_no,
       supplier,
       sign_date,
       coalesce(first_day.pay_date, first_guess.pay_date) AS first_paid,
       CASE WHEN first_day.number IS NULL THEN '（只按收款单位对上，请核实是否为本合同）' ELSE '' END AS matched_by,
       contract.amount AS amount,
       sign_date AS fact_date,
       CASE WHEN first_paid IS NULL OR sign_date IS NULL THEN 'gap'
            WHEN first_paid >= sign_date THEN 'ok'
            WHEN first_day.number IS NULL THEN 'doubt'
            ELSE 'violation' END AS verdict
FROM contract
LEFT JOIN first_day ON first_day.number = contract.number
LEFT JOIN first_guess ON first_guess.number = contract.number
WHERE in_period(sign_date) IS NOT FALSE
  AND contract.parent IS NULL
  AND (coalesce(first_day.pay_date, first_guess.pay_date) IS NOT NULL OR contract.paid_amount > 0)
