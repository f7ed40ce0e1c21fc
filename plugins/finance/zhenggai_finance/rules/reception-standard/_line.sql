SELECT norm_text(invoice_no) AS number,
       string_agg(concat_ws(' ', item_name, spec), ' ') AS goods
FROM finance.invoice_register
WHERE invoice_no IS NOT NULL
GROUP BY number
