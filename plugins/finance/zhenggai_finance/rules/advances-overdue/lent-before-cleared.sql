WITH earlier AS (
  SELECT later._row,
         max_by(old._row, old.loan_date) AS old_row,
         max(old.loan_date) AS old_day,
         max_by(old.lent, old.loan_date) AS old_lent,
         max_by(old.limit_day, old.loan_date) AS old_due
  FROM loan AS later
  JOIN loan AS old ON old.who = later.who
  WHERE old.loan_date < later.loan_date
    AND old.limit_day < later.loan_date
    AND NOT coalesce(old.standing, FALSE)
    -- Open on the day of the new loan.
    AND (old.cleared_date IS NULL AND old.still_open > 0 OR old.cleared_date > later.loan_date)
  GROUP BY later._row
)
SELECT list_filter([loan._row, old_row], lambda one: one IS NOT NULL) AS _rows,
       concat_ws('|', loan_no, who, loan_date, lent) AS key,
       debtor,
       loan_date,
       old_day,
       old_lent,
       old_due,
       lent AS amount,
       debtor AS owner,
       loan_date AS fact_date,
       CASE WHEN who IS NULL OR loan_date IS NULL THEN 'gap'
            ELSE judge(old_row IS NULL) END AS verdict
FROM loan
LEFT JOIN earlier ON earlier._row = loan._row
WHERE in_period(loan_date) IS NOT FALSE
