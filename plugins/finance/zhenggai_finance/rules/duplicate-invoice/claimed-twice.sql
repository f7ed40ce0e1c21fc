WITH slip AS (
  SELECT _row, form_no, amount, unnest(split_names(norm_text(invoice_no))) AS number FROM finance.reimbursement_register
  UNION ALL
  SELECT _row, form_no, lodging_amount, unnest(split_names(norm_text(lodging_invoice_no))) FROM finance.travel_reimbursement
  UNION ALL
  SELECT _row, form_no, transport_amount, unnest(split_names(norm_text(ticket_no))) FROM finance.travel_reimbursement
), use AS (
  SELECT upper(number) AS number,
         norm_text(form_no) AS claim,
         list(_row ORDER BY _row) AS lines,
         sum(amount) AS booked
  FROM slip
  GROUP BY ALL
), face AS (
  SELECT number,
         max(total) AS total,
         count(*) AS claims
  FROM (
    SELECT upper(norm_text(invoice_no)) AS number,
           norm_text(coalesce(form_no, voucher_no)) AS claim,
           sum(total) AS total
    FROM finance.invoice_register
    GROUP BY ALL
  )
  GROUP BY number
)
SELECT flatten(list(lines)) AS _rows,
       use.number AS key,
       use.number,
       string_agg(coalesce(claim, '未写单号'), '、' ORDER BY claim) AS claims,
       sum(booked) AS booked,
       sum(booked) - max(booked) AS amount,
       CASE WHEN regexp_matches(use.number, 'E[+]') OR length(use.number) BETWEEN 16 AND 18
              OR (length(use.number) >= 16 AND ends_with(use.number, '0000')) THEN 'gap'
            WHEN count(*) = 1 THEN 'ok'
            WHEN count(*) > count(claim) OR count(*) > count(booked) THEN 'gap'
            WHEN sum(booked) <= any_value(face.total) THEN 'doubt'
            -- An older number without its code may belong to two invoices.
            WHEN regexp_full_match(use.number, '[0-9]{8}') THEN 'doubt'
            WHEN any_value(face.total) IS NOT NULL OR count(DISTINCT booked) < count(*) THEN 'violation'
            ELSE 'gap' END AS verdict
FROM use
LEFT JOIN face ON face.number = use.number
GROUP BY use.number
-- Found twice in the invoice register: reported there.
HAVING coalesce(any_value(face.claims), 0) < 2
