WITH current AS (
  SELECT * FROM project WHERE within
)
SELECT ledger_rows AS _rows,
       id AS key,
       project_no,
       project_name,
       settlement_date,
       settlement_amount,
       paid,
       paid - settlement_amount AS amount,
       last_paid AS fact_date,
       CASE WHEN paid > settlement_amount AND last_paid >= settlement_date THEN 'violation'
            WHEN settlement_amount IS NULL OR unknown THEN 'gap'
            ELSE 'ok' END AS verdict
FROM current
WHERE settlement_date IS NOT NULL
