WITH lim AS (
  SELECT min(CAST(split_part(norm_text(one), ':', 2) AS DECIMAL(18, 2))) AS line
  FROM (SELECT unnest($purchase_limit) AS one)
), supplier AS (
  SELECT DISTINCT norm_name(supplier) AS supplier FROM finance.procurement_ledger
), numbered AS (
  SELECT DISTINCT norm_text(purchase_no) AS purchase_no FROM finance.procurement_ledger
)
SELECT payment._row,
       pay_date,
       payee,
       purpose,
       amount,
       line,
       pay_date AS fact_date,
       CASE WHEN supplier.supplier IS NOT NULL OR numbered.purchase_no IS NOT NULL OR amount < line THEN 'ok'
            WHEN amount IS NULL OR payee IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM finance.payment_detail AS payment
CROSS JOIN lim
LEFT JOIN supplier ON supplier.supplier = norm_name(payee)
LEFT JOIN numbered ON numbered.purchase_no = norm_text(procurement_id)
WHERE in_period(pay_date) IS NOT FALSE
  AND regexp_matches(coalesce(econ_code, '302'), '^(302|310)')
  AND NOT regexp_matches(coalesce(purpose, ''), '工资|津贴|补贴|奖金|社会保险|公积金|年金|补助|转移支付|拨款')
  AND len(list_filter($exclude_items, lambda one: contains(coalesce(purpose, ''), one))) = 0
