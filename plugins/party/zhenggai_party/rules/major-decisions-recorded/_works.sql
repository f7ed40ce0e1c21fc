SELECT _row, coalesce(contract_date, start_date, pay_date) AS day, project_name AS subject, NULL AS supplier,
       coalesce(contract_amount, settlement_amount, total_investment) AS amount, contract_no
FROM finance.works_ledger
