WITH payment AS (
  SELECT *,
         count(*) OVER () AS population
  FROM finance.payment_detail
  WHERE (amount > 0) IS NOT FALSE
    AND NOT regexp_matches(coalesce(econ_code, ''), '^(301|303)')
    AND len(list_filter($standing_words, lambda one: contains(coalesce(purpose, ''), one))) = 0
    AND in_period(pay_date) IS NOT FALSE
), spent AS (
  SELECT _row, pay_date AS day, purpose AS what, amount, payee AS party, population
  FROM payment
  UNION ALL
  SELECT _row, issue_date, item_name, total, seller_name, count(*) OVER ()
  FROM finance.invoice_register
  WHERE (total > 0) IS NOT FALSE
    AND in_period(issue_date) IS NOT FALSE
), rest AS (
  SELECT spent.*,
         calendar.is_workday,
         -- A weekday without work is a holiday; so are the fixed days that fall on a weekend.
         isodow(spent.day) <= 5 OR strftime(spent.day, '%m-%d') IN ('01-01', '05-01', '05-02', '10-01', '10-02', '10-03') AS holiday
  FROM spent
  LEFT JOIN core.calendar AS calendar ON calendar.day = spent.day
)
SELECT _row,
       rest.day AS day,
       coalesce(what, '') AS what,
       amount,
       coalesce(party, '') AS party,
       rest.day AS fact_date,
       CASE WHEN rest.day IS NULL OR is_workday IS NULL OR amount IS NULL THEN 'gap'
            WHEN NOT is_workday AND NOT holiday AND amount > $holiday_amount THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM rest
WHERE population >= $min_rows
  AND len(list_filter($holiday_words, lambda one: contains(what, one))) > 0
