SELECT norm_text(contract_no) AS number,
       any_value(kind) AS kind,
       any_value(method) AS method,
       max(budget_amount) AS budget_amount,
       any_value(approved_change) AS approved_change,
       string_agg(remarks, '；') AS remarks
FROM finance.procurement_ledger
WHERE contract_no IS NOT NULL
GROUP BY norm_text(contract_no)
