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
       amount,
       coalesce(method, '未写') AS method_name,
       buyer AS owner,
       bought_on AS fact_date,
       CASE WHEN method = '公开招标' OR amount < $open_limit OR approved_change IS NOT NULL THEN 'ok'
            WHEN amount IS NULL OR method IS NULL OR kind IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM purchase
WHERE kind IS DISTINCT FROM '工程'
  AND in_period(bought_on) IS NOT FALSE
