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
)
SELECT deposit._row AS _row,
       deposit.contract_no AS contract_no,
       title,
       coalesce(accept_date, works.acceptance_date) AS accepted,
       deposit_due,
       add_months(accepted, $max_defect_months) AS limit_day,
       deposit_amount AS amount,
       sign_date AS fact_date,
       judge(deposit_due <= limit_day) AS verdict
FROM deposit
LEFT JOIN works ON works.number = deposit.number
WHERE sort = 'retention'
  AND (works.number IS NOT NULL OR regexp_matches(title, '工程|维修|装修|修缮|改造|施工'))
