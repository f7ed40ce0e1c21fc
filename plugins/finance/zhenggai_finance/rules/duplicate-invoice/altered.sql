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
), use AS (
  SELECT id,
         claim,
         list(_row ORDER BY _row) AS lines,
         any_value(number) AS number,
         sum(total) AS face,
         count(*) > count(total) AS unreadable,
         any_value(seller_name) AS seller_name,
         any_value(norm_name(seller_name)) AS seller,
         count(DISTINCT norm_name(seller_name)) AS sellers,
         bool_or(in_period(issue_date) IS NOT FALSE) AS within,
         max(issue_date) AS issue_date
  FROM invoice
  WHERE id IS NOT NULL
    AND (total > 0) IS NOT FALSE
    AND is_positive IS DISTINCT FROM FALSE
  GROUP BY id, claim
)
SELECT flatten(list(lines)) AS _rows,
       any_value(number) AS key,
       any_value(number) AS number,
       array_to_string(list_distinct(list(CAST(face AS VARCHAR))), '、') AS totals,
       array_to_string(list_distinct(list(seller_name)), '、') AS sellers,
       max(face) AS amount,
       max(issue_date) AS fact_date,
       CASE WHEN count(DISTINCT seller) > 1 OR max(use.sellers) > 1 THEN 'violation'
            WHEN count(*) > 1 AND bool_or(unreadable) THEN 'gap'
            ELSE judge(count(DISTINCT face) <= 1) END AS verdict
FROM use
GROUP BY id
HAVING bool_or(within)
