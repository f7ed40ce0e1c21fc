WITH party AS (
  SELECT DISTINCT norm_name(supplier) AS supplier
  FROM finance.contract_ledger
), numbered AS (
  SELECT payment._row
  FROM finance.payment_detail AS payment
  JOIN finance.procurement_ledger AS purchase ON norm_text(purchase.purchase_no) = norm_text(payment.procurement_id)
  JOIN finance.contract_ledger AS contract ON norm_text(contract.contract_no) = norm_text(purchase.contract_no)
), spent AS (
  SELECT payment.*,
         regexp_replace(norm_text(purpose), '[0-9年月日季度第期笔批./-]', '', 'g') AS aim
  FROM finance.payment_detail AS payment
  ANTI JOIN numbered ON numbered._row = payment._row
  -- Salaries and allowances need no contract.
  WHERE NOT regexp_matches(coalesce(econ_code, ''), '^(301|303)')
    AND NOT regexp_matches(coalesce(econ_name, '') || coalesce(purpose, ''), '工资|津贴|补贴|奖金|社保|社会保险|公积金|个人所得税|年金|抚恤|工会经费')
    AND in_period(pay_date) IS NOT FALSE
)
SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', year(pay_date), norm_name(payee), aim) AS key,
       year(pay_date) AS year,
       any_value(payee) AS payee,
       any_value(purpose) AS purpose,
       count(*) AS times,
       sum(amount) AS amount,
       max(pay_date) AS fact_date,
       CASE WHEN any_value(party.supplier) IS NOT NULL THEN 'ok'
            WHEN norm_name(payee) IS NULL OR year IS NULL THEN 'gap'
            WHEN sum(amount) >= $contract_min THEN 'violation'
            WHEN count(*) > count(amount) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM spent
LEFT JOIN party ON party.supplier = norm_name(spent.payee)
GROUP BY year(pay_date), norm_name(payee), aim
