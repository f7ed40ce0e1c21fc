SELECT _row,
       contract_no,
       supplier,
       coalesce(supplier_size, '规模未写') AS supplier_size,
       sign_date,
       amount,
       sign_date AS fact_date,
       CASE WHEN sign_date IS NULL THEN 'gap'
            -- Until 31 May 2025 such a clause was lawful if the contract agreed on it.
            WHEN sign_date < DATE '2025-06-01' THEN 'ok'
            WHEN regexp_matches(remarks, '法律|行政法规|条例规定|审计法') THEN 'ok'
            WHEN contract.supplier_size IS NULL THEN 'gap'
            ELSE judge(contract.supplier_size NOT IN ('中型', '小型', '微型')) END AS verdict
FROM finance.contract_ledger AS contract
WHERE settle_on_audit
  AND in_period(sign_date) IS NOT FALSE
