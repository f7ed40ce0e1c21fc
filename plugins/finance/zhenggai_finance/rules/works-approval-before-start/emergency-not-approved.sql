SELECT ledger_rows AS _rows,
       id AS key,
       project_no,
       project_name,
       start_date,
       resolved_on,
       start_date + CAST($emergency_days AS INTEGER) AS limit_day,
       contract_amount AS amount,
       start_date AS fact_date,
       limit_day AS due,
       CASE WHEN start_date IS NULL THEN 'gap'
            WHEN resolved_on IS NULL AND as_of() <= limit_day THEN 'pending'
            ELSE judge(coalesce(resolved_on <= limit_day, FALSE)) END AS verdict
FROM begun
WHERE urgent
