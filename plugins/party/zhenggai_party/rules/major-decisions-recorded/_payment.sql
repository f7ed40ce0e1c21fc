SELECT pay._row, pay.pay_date AS day, concat_ws(' ', pay.project, pay.purpose) AS subject, pay.payee AS supplier, pay.amount,
       [pay.project, pay.purpose] AS subjects,
       norm_name(pay.payee) AS firm
FROM finance.payment_detail AS pay
LEFT JOIN (
  SELECT firm, CASE WHEN count(amount) = count(*) THEN max(amount) END AS amount, min(day) AS day
  FROM contract
  GROUP BY firm
) AS under ON under.firm = norm_name(pay.payee)
-- Pay and social insurance are no decisions; a payment under a contract is looked at with the contract.
WHERE NOT regexp_matches(coalesce(pay.econ_code, ''), '^30[13]')
  AND NOT regexp_matches(coalesce(pay.purpose, ''), '工资|社保|社会保险|公积金|职业年金|医疗保险|代扣|退休|抚恤')
  AND NOT coalesce(
    (under.amount IS NULL OR under.amount >= greatest(pay.amount, $amount))
      AND (under.day IS NULL OR under.day <= pay.pay_date)
      AND under.firm IS NOT NULL, FALSE)
