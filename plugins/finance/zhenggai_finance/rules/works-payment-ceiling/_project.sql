SELECT norm_text(project_no) AS id,
       list(_row ORDER BY _row) AS ledger_rows,
       any_value(project_no) AS project_no,
       any_value(project_name) AS project_name,
       any_value(norm_text(contract_no)) AS contract_no,
       max(budget_amount) AS budget_amount,
       max(contract_amount) AS contract_amount,
       max(change_amount) AS change_amount,
       max(contract_amount) + coalesce(max(change_amount), 0) AS ceiling,
       max(completed_value) AS completed_value,
       max(settlement_amount) AS settlement_amount,
       min(settlement_date) AS settlement_date,
       min(contract_date) AS contract_date,
       max(retained) AS retained,
       string_agg(remarks, '；') AS remarks,
       coalesce(sum(pay_amount), 0) AS paid,
       coalesce(sum(pay_amount) FILTER (pay_kind = '预付款'), 0) AS prepaid,
       -- A payment that has a date but no readable sum.
       count(*) FILTER (pay_amount IS NULL AND pay_date IS NOT NULL) > 0 AS unknown,
       max(pay_date) FILTER (pay_amount > 0) AS last_paid,
       bool_or(in_period(contract_date) OR in_period(pay_date) OR in_period(settlement_date))
         OR count(contract_date) + count(pay_date) + count(settlement_date) = 0 AS within
FROM finance.works_ledger
GROUP BY norm_text(project_no)
