WITH current AS (
  SELECT * FROM project WHERE within
)
SELECT ledger_rows AS _rows,
       id AS key,
       project_no,
       project_name,
       paid,
       CASE WHEN completed_value IS NOT NULL THEN '已完工程价款' ELSE '合同价' END AS base_name,
       round(CASE WHEN completed_value IS NOT NULL
                    THEN greatest(completed_value * $progress_cap, least(prepaid, contract_amount * $prepay_cap))
                  ELSE contract_amount * $progress_cap END, 2) AS allowed,
       paid - allowed AS amount,
       last_paid AS fact_date,
       CASE WHEN paid > allowed THEN 'violation'
            WHEN unknown OR allowed IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM current
WHERE settlement_date IS NULL
  AND (paid <> 0 OR unknown)
  -- Beyond the whole contract it is reported as such.
  AND (paid > ceiling) IS NOT TRUE
