SELECT _row,
       contract_no,
       supplier,
       CASE WHEN supplier_size IS NULL THEN '，企业规模未登记，按中小企业计' ELSE '' END AS note,
       pay_days,
       sign_date AS fact_date,
       CASE WHEN pay_days IS NULL THEN CASE WHEN EXISTS (SELECT 1 FROM core.unread AS u WHERE u._row = contract._row AND u.field = 'pay_days') THEN 'gap' ELSE 'ok' END
            WHEN pay_days <= $pay_days_most THEN 'ok'
            WHEN supplier_size IS NULL AND NOT $as_unknown THEN 'gap'
            ELSE 'violation' END AS verdict
FROM finance.contract_ledger AS contract
WHERE coalesce(supplier_size, '未知') NOT IN ('大型', '非企业')
  AND deposit_kind IS NULL
  AND in_period(sign_date) IS NOT FALSE
  AND (sign_date >= DATE '2020-09-01') IS NOT FALSE
