WITH invoice AS (
  SELECT *,
         upper(norm_text(invoice_no)) AS number,
         norm_text(coalesce(form_no, voucher_no)) AS claim,
         coalesce(booked_amount, total) AS booked,
         -- A fully digital number stands alone; an older one needs its code.
         CASE WHEN regexp_matches(number, 'E[+]') OR (length(number) BETWEEN 16 AND 18)
                OR (length(number) >= 16 AND ends_with(number, '0000')) THEN NULL
              WHEN length(number) = 20 THEN number
              ELSE concat_ws('-', norm_text(invoice_code), number) END AS id
  FROM finance.invoice_register
), red AS (
  SELECT upper(norm_text(original_invoice_no)) AS number,
         sum(-abs(total)) AS total,
         sum(CASE WHEN booked_amount < 0 THEN booked_amount END) AS offset_booked
  FROM finance.invoice_register
  WHERE original_invoice_no IS NOT NULL
  GROUP BY ALL
)
SELECT invoice._row,
       invoice.number,
       coalesce(status, CASE WHEN red.number IS NOT NULL THEN '已有红字发票' WHEN invoice.total < 0 THEN '负数发票' ELSE '正常' END) AS status_text,
       invoice.total AS face,
       coalesce(red.total, 0) AS reversed,
       invoice.booked + coalesce(red.offset_booked, 0) AS kept,
       CASE WHEN red.total IS NOT NULL THEN kept - (invoice.total + red.total) ELSE kept END AS amount,
       issue_date AS fact_date,
       CASE WHEN status IN ('已作废', '已红冲-全额') OR is_positive = FALSE OR invoice.total < 0
              THEN CASE WHEN booked_amount IS NULL AND (invoice.total < 0 OR is_positive = FALSE) THEN 'ok'
                        ELSE judge(kept <= 0) END
            WHEN red.number IS NOT NULL THEN judge(kept <= invoice.total + red.total)
            WHEN status = '已红冲-部分' THEN CASE WHEN kept >= invoice.total THEN 'violation' ELSE 'gap' END
            ELSE judge(kept IS NOT NULL OR NULL) END AS verdict
FROM invoice
LEFT JOIN red ON red.number = invoice.number
WHERE in_period(issue_date) IS NOT FALSE
