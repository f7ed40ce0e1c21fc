WITH lim AS (
  SELECT split_part(norm_text(one), ':', 1) AS kind,
         CAST(split_part(norm_text(one), ':', 2) AS DECIMAL(18, 2)) AS line
  FROM (SELECT unnest($purchase_limit) AS one)
),
purchase AS (
  SELECT procurement.*,
         coalesce(award_date, approve_date, paper.sign_date) AS bought_on,
         lim.line,
         norm_text(catalogue_item) AS item
  FROM finance.procurement_ledger AS procurement
  LEFT JOIN lim ON lim.kind = procurement.kind
  LEFT JOIN paper ON paper.number = norm_text(procurement.contract_no)
  -- Returns are netted where they are listed, framework agreements and recurring supplies are out.
  WHERE len(list_filter($exclude_items, lambda one: contains(norm_text(concat_ws(' ', catalogue_item, content)), one))) = 0
)
SELECT _row,
       purchase_no,
       content,
       catalogue_item AS item,
       amount,
       coalesce(method, '未写') AS method_name,
       buyer AS owner,
       bought_on AS fact_date,
       CASE WHEN purchase.item IS NULL THEN 'gap'
            WHEN len(list_filter($central_items, lambda one: contains(purchase.item, norm_text(one)))) = 0 THEN 'ok'
            ELSE judge(method <> '自行采购') END AS verdict
FROM purchase
WHERE len($central_items) > 0
  AND in_period(bought_on) IS NOT FALSE
