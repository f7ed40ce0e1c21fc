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
  -- Lines of one invoice within one claim or voucher are one invoice.
  SELECT id,
         claim,
         list(_row ORDER BY _row) AS lines,
         any_value(number) AS number,
         sum(total) AS face,
         sum(booked) AS booked,
         count(*) > least(count(booked), count(total)) AS unreadable,
         count(*) AS line_count,
         count(DISTINCT coalesce(item_name, '') || coalesce(spec, '')) AS goods,
         bool_or(in_period(issue_date) IS NOT FALSE) AS within,
         any_value(norm_name(seller_name)) AS seller,
         max(issue_date) AS issue_date
  FROM invoice
  WHERE (total > 0) IS NOT FALSE
    AND is_positive IS DISTINCT FROM FALSE
  GROUP BY id, claim, CASE WHEN id IS NULL THEN _row END
)
SELECT flatten(list(lines)) AS _rows,
       any_value(number) AS key,
       any_value(number) AS number,
       max(face) AS face,
       string_agg(coalesce(claim, '未写单号'), '、' ORDER BY claim) AS claims,
       sum(booked) AS booked,
       greatest(sum(booked) - max(face), 0) AS amount,
       max(issue_date) AS fact_date,
       CASE WHEN id IS NULL THEN 'gap'
            WHEN count(*) = 1 AND any_value(claim) IS NULL AND any_value(line_count) > any_value(goods) THEN 'gap'
            WHEN count(*) = 1 THEN 'ok'
            WHEN bool_or(unreadable) OR count(*) > count(claim) THEN 'gap'
            WHEN sum(booked) <= max(face) THEN 'doubt'
            ELSE 'violation' END AS verdict
FROM use
GROUP BY id, CASE WHEN id IS NULL THEN lines END
-- Different totals or sellers under one number are reported as altered.
HAVING bool_or(within)
   AND (id IS NULL OR (count(DISTINCT face) <= 1 AND count(DISTINCT seller) <= 1))
