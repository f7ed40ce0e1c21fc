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
       settlement_date + 30 AS limit_day,
       paid - settlement_amount AS amount,
       settlement_date AS fact_date,
       limit_day AS due,
       CASE WHEN settlement_amount IS NULL OR unknown THEN 'gap'
            WHEN paid <= settlement_amount THEN 'ok'
            WHEN as_of() <= limit_day THEN 'pending'
            ELSE 'violation' END AS verdict
FROM current
WHERE settlement_date IS NOT NULL
  -- Paid beyond the settlement afterwards: reported as such.
  AND (paid > settlement_amount AND last_paid >= settlement_date) IS NOT TRUE
