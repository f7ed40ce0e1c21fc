WITH works AS (
  SELECT norm_text(contract_no) AS number,
         list(_row ORDER BY _row) AS works_rows,
         max(settlement_amount) AS settlement_amount,
         max(completed_value) AS completed_value,
         max(total_investment) AS total_investment,
         max(budget_amount) AS budget_amount,
         max(retained) AS retained,
         min(acceptance_date) AS acceptance_date,
         any_value(project_name) AS project_name,
         any_value(contract_no) AS contract_no,
         max(contract_amount) AS contract_amount,
         min(contract_date) AS contract_date
  FROM finance.works_ledger
  WHERE contract_no IS NOT NULL
  GROUP BY norm_text(contract_no)
),
tendered AS (
  SELECT DISTINCT norm_text(contract_no) AS number
  FROM finance.procurement_ledger
  WHERE kind = '工程'
    AND method IN ('公开招标', '邀请招标')
),
limited AS MATERIALIZED (
  SELECT deposit.*,
         CASE sort
           WHEN 'retention' THEN deposit_due + CAST($refund_days AS INTEGER)
           WHEN 'bond' THEN coalesce(deposit_due, accept_date, works.acceptance_date)
           WHEN 'bid' THEN CASE WHEN tendered.number IS NOT NULL THEN sign_date + 5 ELSE add_workdays(sign_date, 5) END
           ELSE deposit_due END AS last_day
  FROM deposit
  LEFT JOIN works ON works.number = deposit.number
  LEFT JOIN tendered ON tendered.number = deposit.number
),
moved AS MATERIALIZED (
  -- A calendar term that ends on a day of rest ends on the next working day.
  SELECT *,
         next_workday(last_day) AS working_day
  FROM limited
)
SELECT _row,
       contract_no,
       title,
       coalesce(deposit_kind, '保证金') AS deposit_kind,
       deposit_amount AS held,
       coalesce(working_day, last_day) AS limit_day,
       deposit_returned,
       deposit_amount AS amount,
       limit_day AS fact_date,
       limit_day AS due,
       CASE WHEN deposit_returned <= last_day THEN 'ok'
            WHEN last_day IS NULL THEN 'gap'
            WHEN deposit_returned IS NULL AND as_of() <= limit_day THEN 'pending'
            WHEN working_day IS NULL THEN 'gap'
            ELSE judge(coalesce(deposit_returned <= limit_day, FALSE)) END AS verdict
FROM moved
WHERE (deposit_amount > 0) IS NOT FALSE
  AND deposit_form IS DISTINCT FROM '保函'
