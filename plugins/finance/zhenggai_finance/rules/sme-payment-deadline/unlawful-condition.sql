WITH condition AS (
  SELECT *,
         list_concat(
           list_filter($bad_conditions, lambda one: contains(norm_text(payment_condition), one)),
           CASE WHEN regexp_matches(norm_text(payment_condition), '合同(已|明确)?约定|按合同') THEN []
                ELSE list_filter($unagreed_conditions, lambda one: contains(norm_text(payment_condition), one)) END
         ) AS words
  FROM finance.contract_ledger
  WHERE payment_condition IS NOT NULL
    AND coalesce(supplier_size, '未知') NOT IN ('大型', '非企业')
    AND deposit_kind IS NULL
)
SELECT _row,
       contract_no,
       supplier,
       CASE WHEN supplier_size IS NULL THEN '，企业规模未登记，按中小企业计' ELSE '' END AS note,
       payment_condition AS condition,
       words,
       coalesce(due_amount, condition.amount) AS amount,
       sign_date AS fact_date,
       CASE WHEN len(words) = 0 THEN 'ok'
            WHEN supplier_size IS NULL AND NOT $as_unknown THEN 'gap'
            ELSE 'violation' END AS verdict
FROM condition
WHERE in_period(sign_date) IS NOT FALSE
  AND (sign_date >= DATE '2020-09-01') IS NOT FALSE
