SELECT _row, branch, name, strftime("month", '%Y-%m') AS month_label, paid_date, months_late, due_amount AS amount, paid_date AS fact_date,
       CASE WHEN paid_date IS NULL THEN 'gap'
            WHEN months_late <= 0 OR by_quarter THEN 'ok'
            ELSE 'violation' END AS verdict
FROM ledger
WHERE in_period("month") IS NOT FALSE
  AND (paid OR unclear)
  -- Later than that is reported as over six months.
  AND coalesce(months_late, 0) <= $max_arrears
