WITH loan AS (
  SELECT *,
         norm_text(debtor) AS who,
         amount AS lent,
         -- What was cleared after the day of the run is still open on it.
         amount - CASE WHEN cleared_date > as_of() THEN 0 ELSE coalesce(cleared_amount, 0) END AS still_open,
         coalesce(event_end + CAST($clear_days AS INTEGER), loan_date + CAST($loan_days AS INTEGER)) AS limit_day,
         regexp_matches(concat_ws(' ', reason, account), '备用金') AND (year(loan_date) = year(as_of()) OR regexp_matches(remarks, '续|批准|审批')) AS standing
  FROM finance.advance_ledger
), roster AS (
  SELECT norm_text(person) AS who,
         max(coalesce(off_date_to, DATE '9999-12-31')) AS off_day,
         count(*) AS times
  FROM finance.staff_roster
  GROUP BY norm_text(person)
)
SELECT loan._row AS _row,
       debtor,
       loan_date,
       off_day,
       still_open AS amount,
       debtor AS owner,
       off_day AS fact_date,
       CASE WHEN still_open IS NULL THEN 'gap'
            WHEN still_open <= 0 OR off_day > as_of() THEN 'ok'
            WHEN times > 1 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM loan
JOIN roster ON roster.who = loan.who
