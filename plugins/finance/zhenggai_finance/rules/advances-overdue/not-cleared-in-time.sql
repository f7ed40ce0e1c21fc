SELECT _row,
       debtor,
       loan_date,
       lent,
       coalesce(reason, '') AS reason,
       limit_day,
       cleared_date,
       still_open AS amount,
       debtor AS owner,
       limit_day AS due,
       loan_date AS fact_date,
       CASE WHEN standing THEN 'ok'
            WHEN still_open <= 0 AND cleared_date <= limit_day THEN 'ok'
            WHEN lent IS NULL OR who IS NULL OR limit_day IS NULL THEN 'gap'
            WHEN still_open <= 0 AND cleared_date IS NULL THEN 'gap'
            WHEN still_open > 0 AND as_of() <= limit_day THEN 'pending'
            ELSE 'violation' END AS verdict
FROM loan
-- Older than the limit of age, or of someone who left, it is reported as such.
WHERE (still_open > 0 AND add_months(loan_date, 12 * $age_years) < as_of()) IS NOT TRUE
