WITH bill AS (
  SELECT *,
         coalesce(
           '发票' || norm_text(invoice_no),
           '凭证' || norm_text(voucher_no) || '（' || strftime(reception_date, '%Y-%m') || '）'
         ) AS bill,
         invoice_no IS NOT NULL AS by_invoice
  FROM finance.reception_ledger
  WHERE in_period(reception_date) IS NOT FALSE
    AND (amount > 0) IS NOT FALSE
    AND coalesce(invoice_no, voucher_no) IS NOT NULL
    AND $single_settlement
)
-- One voucher may book several bills on several lines: without invoice numbers it is only a doubt.
SELECT list(_row ORDER BY reception_date, _row) AS _rows,
       bill AS key,
       bill,
       count(*) AS visits,
       string_agg(concat_ws(' ', strftime(reception_date, '%Y-%m-%d'), visitor_unit), '、' ORDER BY reception_date) AS what,
       sum(amount) AS amount,
       any_value(handler) AS owner,
       max(reception_date) AS fact_date,
       CASE WHEN count(DISTINCT norm_name(visitor_unit)) > 1 OR count(DISTINCT reception_date) > 1
              THEN CASE WHEN any_value(by_invoice) THEN 'violation' ELSE 'doubt' END
            WHEN count(*) > 1 AND count(*) > least(count(visitor_unit), count(reception_date)) THEN 'gap'
            WHEN bill IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM bill
GROUP BY bill
