WITH day AS (
  SELECT person, branch_name, paid_date, count(DISTINCT "month") AS months
  FROM ledger
  WHERE kind IS NULL OR kind NOT IN ('按季', '补缴')
  GROUP BY ALL
)
SELECT ledger._row, ledger.branch, ledger.name, strftime("month", '%Y-%m') AS month_label, paid_date, paid_date AS fact_date,
       CASE WHEN paid_date IS NULL THEN 'gap' ELSE judge(months_late >= 0 OR coalesce(by_quarter, FALSE)) END AS verdict
FROM ledger
LEFT JOIN day USING (person, branch_name, paid_date)
WHERE in_period("month") IS NOT FALSE
  AND (paid OR unclear)
  -- Several months at once are reported as that.
  AND coalesce(day.months, 0) <= 1
