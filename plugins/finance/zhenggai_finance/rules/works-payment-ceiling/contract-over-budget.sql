WITH current AS (
  SELECT * FROM project WHERE within
)
SELECT ledger_rows AS _rows,
       id AS key,
       project_no,
       project_name,
       ceiling,
       budget_amount,
       ceiling - budget_amount AS amount,
       contract_date AS fact_date,
       judge(ceiling <= budget_amount) AS verdict
FROM current
