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
),
small AS (
  SELECT *,
         norm_name(supplier) AS seller
  FROM purchase
  WHERE method = '自行采购'
    AND (amount < line) IS NOT FALSE
    AND in_period(bought_on) IS NOT FALSE
),
near AS (
  SELECT *,
         sum(amount) OVER short AS short_sum,
         count(*) OVER short AS short_times,
         list(_row) OVER short AS short_rows,
         list(bought_on) OVER short AS short_days,
         sum(amount) OVER long AS long_sum,
         count(*) OVER long AS long_times,
         list(_row) OVER long AS long_rows,
         list(bought_on) OVER long AS long_days,
         bool_or(amount IS NULL) OVER long AS unknown
  FROM small
  WINDOW short AS (PARTITION BY seller, item, line ORDER BY bought_on RANGE BETWEEN INTERVAL 30 DAY PRECEDING AND CURRENT ROW),
         long AS (PARTITION BY seller, item, line ORDER BY bought_on RANGE BETWEEN INTERVAL (CAST($window_days AS INTEGER)) DAY PRECEDING AND CURRENT ROW)
),
worst AS (
  SELECT seller,
         item,
         any_value(line) AS line,
         any_value(supplier) AS supplier,
         any_value(catalogue_item) AS catalogue_item,
         any_value(buyer) AS buyer,
         max(short_sum) AS short_sum,
         max_by(long_rows, coalesce(long_sum, 0)) AS rows,
         max_by(long_times, coalesce(long_sum, 0)) AS times,
         max_by(long_days, coalesce(long_sum, 0)) AS days,
         max(long_sum) AS together,
         bool_or(unknown OR bought_on IS NULL) AS unknown
  FROM near
  GROUP BY seller, item, CASE WHEN seller IS NULL OR item IS NULL THEN _row END
)
SELECT rows AS _rows,
       concat_ws('|', seller, item) AS key,
       coalesce(supplier, '供应商未写') AS supplier,
       coalesce(catalogue_item, '品目未写') AS item,
       times,
       list_max(days) - list_min(days) AS span_days,
       array_to_string(list_transform(days, lambda one: strftime(one, '%Y-%m-%d')), '、') AS dates,
       line,
       together AS amount,
       buyer AS owner,
       list_max(days) AS fact_date,
       CASE WHEN together >= line AND times > 1 AND NOT unknown AND seller IS NOT NULL AND worst.item IS NOT NULL THEN 'violation'
            WHEN unknown OR seller IS NULL OR worst.item IS NULL OR line IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM worst
-- Within thirty days it is reported as the graver.
WHERE (short_sum >= line) IS NOT TRUE
