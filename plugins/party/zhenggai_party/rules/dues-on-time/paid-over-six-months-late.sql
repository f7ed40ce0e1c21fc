SELECT _row, branch, name, strftime("month", '%Y-%m') AS month_label, paid_date, months_late, due_amount AS amount, paid_date AS fact_date,
       CASE WHEN paid_date IS NULL THEN 'gap' ELSE judge(months_late <= $max_arrears) END AS verdict
FROM ledger
WHERE in_period("month") IS NOT FALSE
  AND (paid OR unclear)
