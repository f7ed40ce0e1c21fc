WITH roster AS (
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
