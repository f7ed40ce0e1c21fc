WITH side_net AS (
  -- A quota received and a payment out of it net to the payment; returns reduce it.
  SELECT book_year,
         book_month,
         mark,
         serial,
         sum(credits - debits) FILTER (side = '财务会计' AND len(list_filter($treasury_accounts, lambda one: starts_with(code, one))) > 0) AS financial,
         sum(credits - debits) FILTER (side = '预算会计' AND starts_with(code, '6001')) AS budget,
         count(*) > count(credits - debits) AS unknown
  FROM entry
  WHERE carry_over IS DISTINCT FROM TRUE
    AND NOT contains(coalesce(summary, ''), '结转')
  GROUP BY ALL
),
book AS (
  SELECT book_year,
         book_month,
         sum(financial) AS financial,
         sum(budget) AS budget,
         list(financial) AS sums,
         bool_or(unknown) AS unknown
  FROM side_net
  GROUP BY ALL
),
treasury AS (
  SELECT month.label,
         any_value(month.last_day) AS last_day,
         any_value(month.ended) AS ended,
         sum(payment.amount) AS paid,
         count(payment._row) > count(payment.amount) AS unknown,
         list(payment._row) FILTER (payment._row IS NOT NULL) AS payment_rows,
         list(payment.amount) FILTER (payment._row IS NOT NULL) AS payment_sums,
         any_value(year(first_day)) AS year,
         any_value(month(first_day)) AS number
  FROM core.months AS month
  LEFT JOIN finance.payment_detail AS payment ON date_trunc('month', payment.pay_date) = month.first_day
  GROUP BY month.label
)
SELECT list_filter(
         coalesce(payment_rows, []),
         lambda one, place: NOT list_contains(coalesce(sums, []), payment_sums[place])
       ) AS _rows,
       label AS key,
       label AS month,
       coalesce(paid, 0) AS paid,
       coalesce(financial, budget, 0) AS booked,
       CASE WHEN financial IS NULL THEN '6001' ELSE array_to_string($treasury_accounts, '、') END AS accounts,
       coalesce(paid, 0) - coalesce(financial, budget, 0) AS difference,
       abs(difference) AS amount,
       len(_rows) AS unmatched,
       last_day AS fact_date,
       last_day AS due,
       CASE WHEN NOT ended THEN 'pending'
            WHEN treasury.unknown OR book.unknown OR book.book_month IS NULL THEN 'gap'
            ELSE judge(abs(difference) < $tolerance) END AS verdict
FROM treasury
LEFT JOIN book ON book.book_year = treasury.year AND book.book_month = treasury.number
WHERE payment_rows IS NOT NULL
   OR financial IS NOT NULL
   OR budget IS NOT NULL
