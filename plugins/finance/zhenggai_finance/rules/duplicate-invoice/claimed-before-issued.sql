WITH invoice AS (
  SELECT upper(norm_text(invoice_no)) AS number,
         min(_row) AS _row,
         any_value(issue_date) AS issue_date,
         sum(total) AS total
  FROM finance.invoice_register
  WHERE (total > 0) IS NOT FALSE
  GROUP BY ALL
)
SELECT [invoice._row, claim_row] AS _rows,
       invoice.number AS key,
       invoice.number,
       issue_date,
       apply_date,
       issue_date - apply_date AS days,
       total AS amount,
       apply_date AS fact_date,
       judge(issue_date <= apply_date) AS verdict
FROM invoice
JOIN claim ON upper(claim.number) = invoice.number
WHERE in_period(apply_date) IS NOT FALSE
