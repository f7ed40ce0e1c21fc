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
