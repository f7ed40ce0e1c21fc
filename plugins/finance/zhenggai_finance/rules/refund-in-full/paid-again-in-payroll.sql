WITH again AS (
  SELECT refund._row,
         min_by(payroll._row, payroll.pay_month) AS again_row,
         min(payroll.pay_month) AS again_month,
         min_by(payroll.item, payroll.pay_month) AS again_item
  FROM finance.refund_ledger AS refund
  JOIN finance.payroll_sheet AS payroll
    ON norm_text(payroll.person) = norm_text(refund.payer)
   AND payroll.amount = refund.amount
  WHERE last_day(payroll.pay_month) >= refund.refund_date
    AND payroll.pay_month <= refund.refund_date + $clawback_days
    AND regexp_matches(payroll.item, '补发|返还|退还')
    AND refund.amount > 0
  GROUP BY refund._row
)
SELECT CASE WHEN again_row IS NULL THEN [refund._row] ELSE [refund._row, again_row] END AS _rows,
       concat_ws('|', case_id, payer, refund_date, refund.amount) AS key,
       payer,
       refund_date,
       refund.amount AS amount,
       strftime(again_month, '%Y年%m月') AS again_month,
       again_item,
       payer AS owner,
       refund_date AS fact_date,
       CASE WHEN payer IS NULL OR refund_date IS NULL OR refund.amount IS NULL THEN 'gap'
            ELSE judge(again_row IS NULL) END AS verdict
FROM finance.refund_ledger AS refund
LEFT JOIN again ON again._row = refund._row
