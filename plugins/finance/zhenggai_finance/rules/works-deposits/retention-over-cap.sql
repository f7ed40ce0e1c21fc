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
held AS (
  SELECT deposit._row,
         deposit.number,
         deposit.contract_no,
         title,
         deposit_amount AS held,
         deposit.amount AS contract_amount,
         sign_date,
         settlement_amount,
         completed_value
  FROM deposit
  LEFT JOIN works ON works.number = deposit.number
  WHERE sort = 'retention'
    AND (works.number IS NOT NULL OR regexp_matches(title, '工程|维修|装修|修缮|改造|施工'))
  UNION ALL
  -- Retained in the works ledger without a row of its own in the contract ledger.
  SELECT works_rows[1],
         number,
         contract_no,
         project_name,
         retained,
         contract_amount,
         contract_date,
         settlement_amount,
         completed_value
  FROM works
  WHERE retained > 0
    AND NOT EXISTS (SELECT 1 FROM deposit WHERE deposit.number = works.number AND sort = 'retention')
)
SELECT _row,
       number AS key,
       contract_no,
       title,
       held,
       CASE WHEN settlement_amount IS NOT NULL THEN '结算价'
            WHEN completed_value IS NOT NULL THEN '已完工程价款'
            ELSE '合同价（暂按，结算后再核）' END AS base_name,
       coalesce(settlement_amount, completed_value, contract_amount) AS base,
       round(base * $retention_cap, 2) AS allowed,
       held - allowed AS amount,
       sign_date AS fact_date,
       CASE WHEN held > allowed AND settlement_amount IS NULL AND completed_value IS NULL THEN 'doubt'
            ELSE judge(held <= allowed) END AS verdict
FROM held
