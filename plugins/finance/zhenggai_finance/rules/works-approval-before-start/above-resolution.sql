SELECT ledger_rows AS _rows,
       id AS key,
       project_no,
       project_name,
       resolved,
       contract_amount,
       contract_amount - resolved AS amount,
       contract_date AS fact_date,
       judge(contract_amount <= resolved) AS verdict
FROM begun
WHERE resolved_on IS NOT NULL
  AND contract_date IS NOT NULL
