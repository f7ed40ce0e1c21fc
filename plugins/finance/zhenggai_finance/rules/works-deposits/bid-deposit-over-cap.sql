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
purchase AS (
  SELECT norm_text(contract_no) AS number,
         max(budget_amount) AS budget_amount
  FROM finance.procurement_ledger
  GROUP BY norm_text(contract_no)
)
SELECT deposit._row AS _row,
       deposit.contract_no AS contract_no,
       title,
       deposit_amount AS held,
       coalesce(purchase.budget_amount, works.budget_amount, works.total_investment) AS base,
       round(base * $bid_cap, 2) AS allowed,
       held - allowed AS amount,
       sign_date AS fact_date,
       judge(held <= base * $bid_cap) AS verdict
FROM deposit
LEFT JOIN purchase ON purchase.number = deposit.number
LEFT JOIN works ON works.number = deposit.number
WHERE sort = 'bid'
