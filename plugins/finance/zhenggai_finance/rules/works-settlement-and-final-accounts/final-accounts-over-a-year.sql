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
