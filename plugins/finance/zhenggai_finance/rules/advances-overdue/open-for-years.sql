SELECT _row,
       debtor,
       loan_date,
       still_open AS amount,
       debtor AS owner,
       loan_date AS fact_date,
       CASE WHEN still_open <= 0 OR standing THEN 'ok'
            WHEN still_open IS NULL THEN 'gap'
            ELSE judge(add_months(loan_date, 12 * $age_years) >= as_of()) END AS verdict
FROM loan
