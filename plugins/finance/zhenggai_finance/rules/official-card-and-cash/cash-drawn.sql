SELECT _row,
       pay_date AS day,
       amount AS paid,
       purpose,
       amount,
       pay_date AS fact_date,
       CASE WHEN NOT (contains(settlement, '现金') AND NOT contains(settlement, '非现金')) AND NOT named THEN 'ok'
            WHEN settlement IS NULL AND NOT named THEN 'gap'
            WHEN NOT own AND NOT named THEN 'ok'
            ELSE judge(amount <= $petty_cash) END AS verdict
FROM (
  SELECT *,
         coalesce(list_contains(list_transform($own_names, lambda one: norm_name(one)), norm_name(payee)), FALSE) AS own,
         len(list_filter($draw_words, lambda one: contains(coalesce(purpose, ''), one))) > 0 AS named
  FROM finance.payment_detail
  WHERE in_period(pay_date) IS NOT FALSE
)
