SELECT min(_row) AS _row,
       any_value(label) AS label,
       voucher_date,
       fiscal_year AS year,
       period,
       any_value(maker) AS owner,
       voucher_date AS fact_date,
       judge(month(voucher_date) = period AND year(voucher_date) = coalesce(fiscal_year, year(voucher_date))) AS verdict
FROM entry
WHERE period <= 12
  AND NOT void
GROUP BY voucher_date, fiscal_year, period, mark, serial
