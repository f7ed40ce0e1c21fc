SELECT norm_text(project_no) AS id,
       list(_row ORDER BY _row) AS ledger_rows,
       any_value(project_no) AS project_no,
       any_value(project_name) AS project_name,
       any_value(site) AS site,
       any_value(nature) AS nature,
       max(budget_amount) AS budget_amount,
       max(contract_amount) AS contract_amount,
       min(approval_date) AS approval_date,
       min(budget_list_date) AS budget_list_date,
       min(review_date) AS review_date,
       min(resolution_date) AS resolution_date,
       min(contract_date) AS contract_date,
       min(start_date) AS start_date,
       min(pay_date) FILTER (pay_amount > 0) AS first_paid
FROM finance.works_ledger
GROUP BY norm_text(project_no)
