WITH again AS (
  SELECT refund._row,
         min_by(payment._row, payment.pay_date) AS again_row,
         min(payment.pay_date) AS again_date,
         min_by(payment.purpose, payment.pay_date) AS again_purpose
  FROM finance.refund_ledger AS refund
  JOIN finance.payment_detail AS payment
    ON norm_text(payment.payee) = norm_text(refund.payer)
   AND payment.amount = refund.amount
  WHERE payment.pay_date BETWEEN refund.refund_date AND refund.refund_date + $clawback_days
    AND regexp_matches(payment.purpose, '补发|返还|退还')
    AND refund.amount > 0
  GROUP BY refund._row
)
SELECT CASE WHEN again_row IS NULL THEN [refund._row] ELSE [refund._row, again_row] END AS _rows,
       concat_ws('|', case_id, payer, refund_date, refund.amount) AS key,
       payer,
       refund_date,
       refund.amount AS amount,
       again_date,
       again_purpose,
       payer AS owner,
       refund_date AS fact_date,
       CASE WHEN payer IS NULL OR refund_date IS NULL OR refund.amount IS NULL THEN 'gap'
            ELSE judge(again_row IS NULL) END AS verdict
FROM finance.refund_ledger AS refund
LEFT JOIN again ON again._row = refund._row
