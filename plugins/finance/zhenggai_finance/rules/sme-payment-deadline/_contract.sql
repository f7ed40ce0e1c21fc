SELECT *,
       norm_name(supplier) AS firm,
       delivery_date + CAST(coalesce(accept_days, $accept_default) AS INTEGER) AS accept_limit,
       -- Goods that failed and were replaced: the day they passed counts.
       regexp_matches(coalesce(remarks, ''), '不合格|未通过') AND regexp_matches(coalesce(remarks, ''), '更换|整改|返工|重做|退换') AS replaced
FROM finance.contract_ledger
WHERE deposit_kind IS NULL
  AND (sign_date >= DATE '2020-09-01') IS NOT FALSE
