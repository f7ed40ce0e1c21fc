SELECT *,
       norm_text(debtor) AS who,
       amount AS lent,
       -- What was cleared after the day of the run is still open on it.
       amount - CASE WHEN cleared_date > as_of() THEN 0 ELSE coalesce(cleared_amount, 0) END AS still_open,
       coalesce(event_end + CAST($clear_days AS INTEGER), loan_date + CAST($loan_days AS INTEGER)) AS limit_day,
       regexp_matches(concat_ws(' ', reason, account), '备用金') AND (year(loan_date) = year(as_of()) OR regexp_matches(remarks, '续|批准|审批')) AS standing
FROM finance.advance_ledger
