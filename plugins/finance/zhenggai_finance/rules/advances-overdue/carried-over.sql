WITH loan AS (
  SELECT *,
         norm_text(debtor) AS who,
         amount AS lent,
         -- What was cleared after the day of the run is still open on it.
         amount - CASE WHEN cleared_date > as_of() THEN 0 ELSE coalesce(cleared_amount, 0) END AS still_open,
         coalesce(event_end + CAST($clear_days AS INTEGER), loan_date + CAST($loan_days AS INTEGER)) AS limit_day,
         regexp_matches(concat_ws(' ', reason, account), '备用金') AND (year(loan_date) = year(as_of()) OR regexp_matches(remarks, '续|批准|审批')) AS standing
  FROM finance.advance_ledger
)
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
