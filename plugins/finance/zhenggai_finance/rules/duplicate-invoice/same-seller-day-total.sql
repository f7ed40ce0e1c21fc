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
), one AS (
  SELECT coalesce(id, number) AS id,
         any_value(number) AS number,
         list(_row) AS lines,
         any_value(upper(norm_text(seller_tax_id))) AS seller,
         any_value(seller_name) AS seller_name,
         any_value(issue_date) AS issue_date,
         sum(total) AS total
  FROM (
    SELECT *,
           row_number() OVER (PARTITION BY coalesce(id, number), claim, item_name, spec, quantity, total) AS copy
    FROM invoice
    WHERE in_period(issue_date) IS NOT FALSE
      AND (total > 0) IS NOT FALSE
      AND seller_tax_id IS NOT NULL
      AND NOT regexp_matches(concat_ws(' ', invoice_type, item_name, seller_name), '出租|客运|通行费|过路|停车|定额')
  )
  WHERE copy = 1
  GROUP BY coalesce(id, number)
)
SELECT flatten(list(lines)) AS _rows,
       concat_ws('|', seller, issue_date, total) AS key,
       any_value(seller_name) AS seller_name,
       issue_date,
       total,
       count(*) AS times,
       issue_date AS fact_date,
       CASE WHEN issue_date IS NULL OR total IS NULL THEN 'gap'
            WHEN count(*) > 1 THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM one
GROUP BY seller, issue_date, total
