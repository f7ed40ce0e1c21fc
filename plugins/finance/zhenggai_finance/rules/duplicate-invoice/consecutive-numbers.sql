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
  SELECT id,
         any_value(number) AS number,
         min(_row) AS _row,
         any_value(coalesce(upper(norm_text(seller_tax_id)), norm_name(seller_name))) AS seller,
         any_value(seller_name) AS seller_name,
         any_value(item_name) AS item_name,
         any_value(issue_date) AS issue_date
  FROM invoice
  WHERE (total > 0) IS NOT FALSE
    AND id IS NOT NULL
    AND item_name IS NOT NULL
    AND regexp_full_match(number, '[0-9]{8,20}')
    AND NOT regexp_matches(concat_ws(' ', invoice_type, item_name, seller_name), '出租|客运|通行费|过路|停车|定额')
  GROUP BY id
), chained AS (
  SELECT *,
         lag(_row) OVER neighbour AS before_row,
         lag(number) OVER neighbour AS before_number,
         lag(issue_date) OVER neighbour AS before_date
  FROM one
  WINDOW neighbour AS (PARTITION BY seller, norm_text(item_name), length(number) ORDER BY number)
), compared AS (
  SELECT *,
         left(number, -9) = left(before_number, -9)
           AND CAST(right(number, 9) AS BIGINT) = CAST(right(before_number, 9) AS BIGINT) + 1 AS adjoining
  FROM chained
)
SELECT CASE WHEN adjoining THEN [before_row, _row] ELSE [_row] END AS _rows,
       id AS key,
       seller_name,
       number,
       issue_date,
       before_number,
       before_date,
       coalesce(item_name, '') AS item_name,
       issue_date AS fact_date,
       CASE WHEN NOT coalesce(adjoining, FALSE) THEN 'ok'
            WHEN issue_date IS NULL OR before_date IS NULL THEN 'gap'
            WHEN abs(issue_date - before_date) <= $split_days THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM compared
WHERE in_period(issue_date) IS NOT FALSE
