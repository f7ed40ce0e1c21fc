WITH payment AS (
  SELECT *,
         count(*) OVER () AS population
  FROM finance.payment_detail
  WHERE (amount > 0) IS NOT FALSE
    AND NOT regexp_matches(coalesce(econ_code, ''), '^(301|303)')
    AND len(list_filter($standing_words, lambda one: contains(coalesce(purpose, ''), one))) = 0
    AND in_period(pay_date) IS NOT FALSE
)
SELECT _row,
       pay_date,
       coalesce(payee, '') AS payee,
       coalesce(purpose, '') AS purpose,
       amount,
       pay_date AS fact_date,
       CASE WHEN amount IS NULL THEN 'gap'
            WHEN amount >= $round_min AND amount % 10000 = 0 THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM payment
WHERE population >= $min_rows
