WITH known AS (
  SELECT DISTINCT norm_text(case_id) AS id
  FROM finance.refund_cases
)
SELECT _row,
       case_id,
       payer,
       refund_date,
       amount,
       payer AS owner,
       refund_date AS fact_date,
       CASE WHEN case_id IS NULL THEN 'gap'
            ELSE judge(known.id IS NOT NULL) END AS verdict
FROM finance.refund_ledger AS refund
LEFT JOIN known ON known.id = norm_text(refund.case_id)
