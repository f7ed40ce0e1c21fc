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
), early AS (
  SELECT contract.number,
         list(paid._row ORDER BY paid._row) AS pay_rows,
         sum(paid.amount) FILTER ((paid.pay_date < contract.accept_date) IS NOT FALSE) AS total,
         sum(paid.amount) FILTER ((paid.pay_date < contract.accept_date) IS NOT FALSE AND paid.progress IS DISTINCT FROM TRUE) AS plain,
         count(*) > count(paid.amount) AS unknown
  FROM contract
  JOIN paid ON paid.number = contract.number
  GROUP BY contract.number
), listed AS (
  SELECT contract.number,
         count(*) AS days,
         count(*) FILTER (day.pay_date < contract.accept_date) AS early_days
  FROM contract
  JOIN day ON day.number = contract.number
  GROUP BY contract.number
), judged AS (
  SELECT contract.*,
         pay_rows,
         early.number IS NOT NULL AS by_payment,
         early.unknown AS unknown,
         coalesce(early.plain, 0) AS plain,
         -- Without payments at hand the ledger's own sum and dates speak.
         CASE WHEN early.number IS NOT NULL THEN coalesce(early.total, 0)
              WHEN contract.paid_amount = 0 THEN 0
              WHEN contract.accept_date IS NULL THEN contract.paid_amount
              WHEN listed.early_days = 0 THEN 0
              WHEN listed.early_days = listed.days THEN contract.paid_amount END AS early
  FROM contract
  LEFT JOIN early ON early.number = contract.number
  LEFT JOIN listed ON listed.number = contract.number
)
SELECT list_concat([_row], coalesce(pay_rows, [])) AS _rows,
       number AS key,
       contract_no,
       supplier,
       judged.amount AS contract_amount,
       accept_date,
       early,
       round(judged.amount * CASE WHEN by_payment AND plain <= judged.amount * $prepay_cap THEN $progress_cap ELSE $prepay_cap END, 2) AS allowed,
       early - allowed AS amount,
       sign_date AS fact_date,
       CASE WHEN unknown THEN 'gap'
            ELSE judge(early <= allowed) END AS verdict
FROM judged
WHERE in_period(sign_date) IS NOT FALSE
  AND parent IS NULL
  AND (by_payment OR paid_amount IS NOT NULL OR paid_dates IS NOT NULL)
