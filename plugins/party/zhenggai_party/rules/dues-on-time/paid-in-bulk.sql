SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', branch_name, any_value(name), paid_date) AS key,
       any_value(branch) AS branch, any_value(name) AS name, paid_date,
       count(DISTINCT "month") AS months, sum(due_amount) AS amount, paid_date AS fact_date,
       CASE WHEN paid_date IS NULL THEN 'gap'
            WHEN count(DISTINCT "month") FILTER (kind IS NULL OR kind NOT IN ('按季', '补缴')) <= 1 THEN 'ok'
            ELSE 'violation' END AS verdict
FROM ledger
WHERE in_period("month") IS NOT FALSE
  AND (paid OR unclear)
GROUP BY person, branch_name, paid_date
