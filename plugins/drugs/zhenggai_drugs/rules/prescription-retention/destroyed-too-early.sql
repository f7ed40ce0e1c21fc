SELECT _row,
       pharmacy_name,
       sale_date,
       destroyed_date,
       add_months(sale_date, 12 * $keep_years) AS keep_until,
       destroyed_date AS fact_date,
       -- On the anniversary itself the years are full.
       judge(destroyed_date >= keep_until) AS verdict
FROM drugs.prescription_register
WHERE in_period(destroyed_date)
