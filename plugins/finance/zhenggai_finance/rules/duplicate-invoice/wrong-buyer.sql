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
), usual AS (
  SELECT mode(norm_name(buyer_name)) AS own
  FROM invoice
)
SELECT _row,
       number,
       issue_date,
       buyer_name,
       CASE WHEN len($unit_names) > 0 THEN array_to_string($unit_names, '、') ELSE usual.own END AS own,
       total AS amount,
       issue_date AS fact_date,
       CASE WHEN regexp_matches(
                concat_ws(' ', invoice_type, item_name),
                '火车|铁路|航空|机票|客票|行程单|定额|收据|水单|出租|通行费|客运') THEN 'ok'
            WHEN buyer_name IS NULL AND buyer_tax_id IS NULL THEN 'gap'
            WHEN list_contains($unit_tax_ids, upper(norm_text(buyer_tax_id))) THEN 'ok'
            WHEN len($unit_tax_ids) > 0 AND buyer_tax_id IS NOT NULL THEN 'violation'
            WHEN buyer_name IS NULL THEN 'gap'
            WHEN len($unit_names) > 0
              THEN judge(list_contains(list_transform($unit_names, lambda one: norm_name(one)), norm_name(buyer_name)))
            -- The unit's own name is not stated: the commonest buyer stands for it.
            WHEN norm_name(buyer_name) = usual.own THEN 'ok'
            ELSE 'doubt' END AS verdict
FROM invoice
CROSS JOIN usual
WHERE in_period(issue_date) IS NOT FALSE
