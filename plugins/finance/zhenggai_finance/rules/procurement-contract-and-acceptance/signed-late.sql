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
), awarded AS MATERIALIZED (
  SELECT list_filter([purchase._row, contract._row], lambda one: one IS NOT NULL) AS _rows,
         purchase.purchase_no AS purchase_no,
         content,
         coalesce(purchase.award_date, contract.notice_date) AS notice_day,
         sign_date,
         buyer,
         contract.amount AS amount
  FROM purchase
  LEFT JOIN contract ON contract.number = purchase.number
  WHERE government
    AND in_period(coalesce(sign_date, purchase.award_date, contract.notice_date)) IS NOT FALSE
), limited AS MATERIALIZED (
  -- The thirtieth day may be a day of rest; whether it is must be known.
  SELECT *,
         notice_day + 30 AS thirtieth,
         next_workday(notice_day + 30) AS working_day
  FROM awarded
)
SELECT _rows,
       purchase_no AS key,
       purchase_no,
       content,
       notice_day,
       sign_date,
       coalesce(working_day, thirtieth) AS limit_day,
       buyer AS owner,
       amount,
       notice_day AS fact_date,
       limit_day AS due,
       CASE WHEN sign_date <= thirtieth THEN 'ok'
            WHEN notice_day IS NULL THEN 'gap'
            WHEN sign_date IS NULL AND as_of() <= limit_day THEN 'pending'
            WHEN sign_date IS NULL OR working_day IS NULL THEN 'gap'
            ELSE judge(sign_date <= limit_day) END AS verdict
FROM limited
