SELECT number,
       min(apply_date) AS apply_date,
       min_by(_row, apply_date) AS claim_row
FROM (
  SELECT _row, apply_date, unnest(split_names(norm_text(invoice_no))) AS number
  FROM finance.reimbursement_register
)
GROUP BY number
