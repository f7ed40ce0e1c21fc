SELECT ledger_rows AS _rows,
       id AS key,
       project_no,
       project_name,
       claimed AS resolution_date,
       contract_amount AS amount,
       claimed AS fact_date,
       CASE WHEN resolved_on IS NOT NULL THEN 'ok'
            WHEN project_name IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM begun
WHERE claimed IS NOT NULL
  AND EXISTS (SELECT 1 FROM finance.decision_minutes)
