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
SELECT list(_row ORDER BY bought_on, _row) AS _rows,
       concat_ws('|', year(bought_on), norm_text(budget_item), item) AS key,
       year(bought_on) AS year,
       coalesce(any_value(budget_item), '未写') AS budget_item,
       any_value(catalogue_item) AS item,
       count(*) AS times,
       sum(amount) AS amount,
       any_value(buyer) AS owner,
       max(bought_on) AS fact_date,
       CASE WHEN bool_or(approved_change IS NOT NULL OR regexp_matches(remarks, '预算调整|调整预算')) THEN 'ok'
            WHEN sum(amount) > $open_limit
              THEN CASE WHEN purchase.item IS NULL OR year(bought_on) IS NULL OR norm_text(budget_item) IS NULL THEN 'gap' ELSE 'violation' END
            WHEN count(*) > count(amount) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM purchase
WHERE kind IS DISTINCT FROM '工程'
  AND method IS DISTINCT FROM '公开招标'
  -- Each below the line; at the line it is reported alone.
  AND (amount < $open_limit) IS NOT FALSE
  AND in_period(bought_on) IS NOT FALSE
GROUP BY year(bought_on), norm_text(budget_item), purchase.item
