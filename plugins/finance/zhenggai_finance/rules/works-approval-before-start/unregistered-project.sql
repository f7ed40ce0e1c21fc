WITH name AS (
  SELECT list_distinct(list_filter(
           flatten(list([norm_text(project_name), norm_text(contract_no), norm_text(site)])),
           lambda one: length(one) >= 2
         )) AS names
  FROM finance.works_ledger
), registered AS (
  SELECT DISTINCT pay_date, pay_amount
  FROM finance.works_ledger
  WHERE pay_amount > 0
), payment AS (
  SELECT *,
         norm_text(purpose) AS aim
  FROM finance.payment_detail
  WHERE (regexp_matches(econ_code, '^(30213|31001|31005|31006)') OR regexp_matches(purpose, '维修|改造|装修|修缮|工程'))
    AND NOT regexp_matches(coalesce(econ_code, ''), '^(30231|31002|31003|31007|31013|31019)')
    AND (amount > 0) IS NOT FALSE
    AND (amount >= $min_amount) IS NOT FALSE
    AND in_period(pay_date) IS NOT FALSE
    AND len(list_filter($not_building, lambda one: contains(purpose, one))) = 0
)
SELECT payment._row,
       payment.pay_date AS pay_date,
       payee,
       purpose,
       amount,
       payment.pay_date AS fact_date,
       CASE WHEN registered.pay_date IS NOT NULL OR len(list_filter(names, lambda one: contains(aim, one))) > 0 THEN 'ok'
            WHEN aim IS NULL OR amount IS NULL THEN 'gap'
            WHEN regexp_matches(aim, '房|楼|屋|墙|防水|装修|改造|修缮|工程|门窗|地面|水电|院|顶') THEN 'violation'
            ELSE 'doubt' END AS verdict
FROM payment
CROSS JOIN name
LEFT JOIN registered ON registered.pay_date = payment.pay_date AND registered.pay_amount = payment.amount
