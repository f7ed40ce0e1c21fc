WITH current AS (
  SELECT * FROM project WHERE within
),
due_day AS (
  SELECT norm_text(contract_no) AS contract_no,
         max(deposit_due) AS retention_due
  FROM finance.contract_ledger
  WHERE regexp_matches(deposit_kind, '质量保证|质保|保修')
  GROUP BY norm_text(contract_no)
)
SELECT ledger_rows AS _rows,
       id AS key,
       project_no,
       project_name,
       settlement_amount,
       retained,
       retention_due,
       last_paid,
       paid,
       paid - (settlement_amount - retained) AS amount,
       last_paid AS fact_date,
       CASE WHEN unknown OR settlement_amount IS NULL THEN 'gap'
            WHEN paid <= settlement_amount - retained THEN 'ok'
            ELSE judge(last_paid >= retention_due) END AS verdict
FROM current
LEFT JOIN due_day ON due_day.contract_no = current.contract_no
WHERE settlement_date IS NOT NULL
  AND retained > 0
  AND (paid > settlement_amount) IS NOT TRUE
