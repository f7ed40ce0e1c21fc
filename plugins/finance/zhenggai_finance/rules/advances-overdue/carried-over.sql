SELECT _row,
       debtor,
       loan_date,
       still_open AS amount,
       debtor AS owner,
       loan_date AS fact_date,
       CASE WHEN loan_date IS NULL OR still_open IS NULL THEN 'gap'
            WHEN still_open <= 0 OR standing THEN 'ok'
            ELSE judge(nullif(trim(clear_plan), '') IS NOT NULL) END AS verdict
FROM loan
WHERE (loan_date < date_trunc('year', as_of())) IS NOT FALSE
  AND (add_months(loan_date, 12 * $age_years) < as_of() AND still_open > 0) IS NOT TRUE
