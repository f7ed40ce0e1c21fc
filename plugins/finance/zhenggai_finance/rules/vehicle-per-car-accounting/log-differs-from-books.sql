WITH topped_up AS (
  SELECT DISTINCT norm_text(card_no) AS card
  FROM finance.vehicle_cost_log
  WHERE cost_type = '油卡充值'
    AND card_no IS NOT NULL
), cost_log AS (
  -- The books show the top-up of a card, not what is later spent from it.
  SELECT year(date) AS year,
         sum(amount) AS total,
         count(*) > count(amount) AS unknown
  FROM finance.vehicle_cost_log AS cost
  LEFT JOIN topped_up ON topped_up.card = norm_text(cost.card_no)
  WHERE topped_up.card IS NULL
     OR cost.cost_type = '油卡充值'
  GROUP BY ALL
), entry AS (
  SELECT year(voucher_date) AS year,
         regexp_replace(account_code, '[. -]', '', 'g') AS code,
         coalesce(debit, CASE WHEN dr_cr = '借' THEN amount WHEN dr_cr = '贷' OR credit IS NOT NULL THEN 0 END)
           - coalesce(credit, CASE WHEN dr_cr = '贷' THEN amount WHEN dr_cr = '借' OR debit IS NOT NULL THEN 0 END) AS net,
         starts_with(coalesce(econ_code, ''), '30231')
           OR contains(coalesce(account_name, ''), '公务用车运行')
           OR ends_with(code, '30231') AS of_cars,
         coalesce(accounting_system, CASE WHEN left(code, 1) BETWEEN '1' AND '5' THEN '财务会计' END) AS side,
         coalesce(carry_over, FALSE) OR contains(coalesce(summary, ''), '结转') AS closing,
         coalesce(norm_text(void_flag), '') IN ('是', '1', 'Y', '作废', '已作废') AS void
  FROM finance.voucher_journal
), book AS (
  SELECT year,
         coalesce(sum(net) FILTER (counted), 0) AS total,
         bool_or(counted AND net IS NULL) AS unknown
  FROM (SELECT *, of_cars AND side = '财务会计' AND NOT closing AND NOT void AS counted FROM entry)
  GROUP BY year
)
SELECT label AS key,
       label AS year,
       coalesce(cost_log.total, 0) AS logged,
       book.total AS booked,
       abs(coalesce(cost_log.total, 0) - book.total) AS difference,
       difference AS amount,
       last_day AS fact_date,
       last_day AS due,
       CASE WHEN NOT ended THEN 'pending'
            WHEN book.year IS NULL OR cost_log.unknown OR book.unknown THEN 'gap'
            ELSE judge(difference < $difference) END AS verdict
FROM core.years AS span
LEFT JOIN cost_log ON cost_log.year = CAST(label AS INTEGER)
LEFT JOIN book ON book.year = CAST(label AS INTEGER)
WHERE cost_log.year IS NOT NULL
   OR book.total <> 0
   OR book.unknown
