SELECT norm_text(contract_no) AS number,
       sum(deposit_amount) AS held,
       min(coalesce(deposit_due, DATE '9999-12-31')) AS until
FROM finance.contract_ledger
WHERE deposit_kind IS NOT NULL
  AND deposit_form = '从工程款中扣留'
GROUP BY ALL
