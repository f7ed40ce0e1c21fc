WITH contract AS (
  -- A contract may take several rows, one for each deposit.
  SELECT norm_text(contract_no) AS number,
         min(_row) AS _row,
         any_value(contract_no) AS contract_no,
         any_value(norm_text(parent_no)) AS parent,
         any_value(title) AS title,
         any_value(supplier) AS supplier,
         max(amount) AS amount,
         min(sign_date) AS sign_date,
         min(publish_date) AS publish_date,
         min(record_date) AS record_date,
         min(accept_date) AS accept_date,
         min(award_date) AS notice_date,
         max(paid_amount) AS paid_amount,
         string_agg(DISTINCT paid_dates, '、') AS paid_dates,
         bool_or(is_secret) AS is_secret
  FROM finance.contract_ledger
  GROUP BY norm_text(contract_no), CASE WHEN contract_no IS NULL THEN contract_ledger._row END
), purchase AS (
  SELECT *,
         norm_text(contract_no) AS number,
         coalesce(is_government, FALSE)
           OR coalesce(method IN ('公开招标', '邀请招标', '竞争性谈判', '竞争性磋商', '询价', '单一来源'), FALSE) AS government
  FROM finance.procurement_ledger
), paid AS (
  -- Certain: the payment names the purchase or the contract.
  SELECT contract.number,
         payment._row,
         payment.pay_date,
         payment.amount,
         contains(payment.purpose, '进度款') AS progress
  FROM purchase
  JOIN contract ON contract.number = purchase.number
  JOIN finance.payment_detail AS payment ON norm_text(payment.procurement_id) = norm_text(purchase.purchase_no)
  UNION
  SELECT contract.number,
         payment._row,
         payment.pay_date,
         payment.amount,
         contains(payment.purpose, '进度款')
  FROM contract
  JOIN finance.payment_detail AS payment ON norm_name(payment.payee) = norm_name(contract.supplier)
  WHERE contains(norm_text(payment.purpose), contract.number)
), day AS (
  SELECT number,
         CAST(unnest(regexp_extract_all(regexp_replace(norm_text(paid_dates), '[年月./]', '-', 'g'), '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}')) AS DATE) AS pay_date
  FROM contract
), only_one AS (
  SELECT norm_name(supplier) AS supplier,
         any_value(number) AS number
  FROM contract
  GROUP BY ALL
  HAVING count(*) = 1
), first_day AS (
  SELECT number,
         min(pay_date) AS pay_date,
         any_value(_row) AS pay_row
  FROM (SELECT number, pay_date, _row FROM paid WHERE amount > 0 UNION ALL SELECT number, pay_date, NULL FROM day)
  GROUP BY number
), first_guess AS (
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
