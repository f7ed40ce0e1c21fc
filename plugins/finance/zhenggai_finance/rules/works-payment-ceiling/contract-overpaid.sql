WITH current AS (
  SELECT * FROM project WHERE within
)
SELECT ledger_rows AS _rows,
       id AS key,
       project_no,
       project_name,
       paid,
       ceiling,
       paid - ceiling AS amount,
       last_paid AS fact_date,
       CASE WHEN paid > ceiling THEN 'violation'
            WHEN unknown OR ceiling IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM current
WHERE settlement_date IS NULL
  AND (paid <> 0 OR unknown)
