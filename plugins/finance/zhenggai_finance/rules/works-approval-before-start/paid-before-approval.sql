SELECT _row,
       project_no,
       project_name,
       pay_date,
       pay_approve_date,
       pay_amount AS amount,
       pay_date AS fact_date,
       CASE WHEN pay_approve_date <= pay_date THEN 'ok'
            WHEN pay_date IS NULL OR pay_amount IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM finance.works_ledger
WHERE (pay_amount > 0 OR (pay_amount IS NULL AND pay_date IS NOT NULL))
  AND in_period(pay_date) IS NOT FALSE
