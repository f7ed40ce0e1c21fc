WITH project AS (
  SELECT norm_text(project_no) AS id,
         list(_row ORDER BY _row) AS ledger_rows,
         any_value(project_no) AS project_no,
         any_value(project_name) AS project_name,
         any_value(nature) AS nature,
         max(budget_amount) AS budget_amount,
         max(contract_amount) AS contract_amount,
         min(completion_date) AS completion_date,
         min(acceptance_date) AS acceptance_date,
         min(settlement_date) AS settlement_date,
         min(final_account_date) AS final_account_date,
         min(asset_date) AS asset_date,
         bool_or(extension_approved) AS extension_approved,
         string_agg(remarks, '；') AS remarks,
         coalesce(sum(pay_amount), 0) AS paid,
         min(pay_date) FILTER (pay_kind = '结算款' AND pay_amount > 0) AS settled_on,
         count(*) FILTER (pay_kind = '结算款' AND (pay_amount > 0) IS NOT FALSE AND pay_date IS NULL) > 0 AS undated,
         max(pay_date) FILTER (pay_amount > 0) AS last_paid
  FROM finance.works_ledger
  GROUP BY norm_text(project_no)
)
SELECT ledger_rows AS _rows,
       id AS key,
       project_no,
       project_name,
       acceptance_date,
       final_account_date,
       add_months(acceptance_date, 12) AS limit_day,
       limit_day AS due,
       acceptance_date AS fact_date,
       CASE WHEN acceptance_date IS NULL OR budget_amount IS NULL THEN 'gap'
            WHEN final_account_date IS NULL AND as_of() <= limit_day THEN 'pending'
            ELSE judge(coalesce(final_account_date, as_of()) <= limit_day) END AS verdict
FROM project
WHERE (budget_amount >= $final_account_min) IS NOT FALSE
  AND coalesce(completion_date, acceptance_date, final_account_date) IS NOT NULL
