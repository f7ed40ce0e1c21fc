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
), signed AS MATERIALIZED (
  SELECT list_filter([contract._row, purchase._row], lambda one: one IS NOT NULL) AS _rows,
         contract.number AS number,
         contract.contract_no AS contract_no,
         contract.title AS title,
         sign_date,
         publish_date,
         add_workdays(sign_date, 2) AS limit_day,
         buyer,
         contract.amount AS amount
  FROM purchase
  JOIN contract ON contract.number = purchase.number
  WHERE government
    AND in_period(sign_date) IS NOT FALSE
    AND is_secret IS DISTINCT FROM TRUE
)
SELECT _rows,
       number AS key,
       contract_no,
       title,
       sign_date,
       publish_date,
       limit_day,
       buyer AS owner,
       amount,
       sign_date AS fact_date,
       limit_day AS due,
       CASE WHEN sign_date IS NULL OR limit_day IS NULL THEN 'gap'
            WHEN publish_date IS NOT NULL THEN judge(publish_date <= limit_day)
            WHEN as_of() <= limit_day THEN 'pending'
            ELSE 'violation' END AS verdict
FROM signed
