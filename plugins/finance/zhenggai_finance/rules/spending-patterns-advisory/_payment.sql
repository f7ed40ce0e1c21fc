SELECT *,
       count(*) OVER () AS population
FROM finance.payment_detail
WHERE (amount > 0) IS NOT FALSE
  AND NOT regexp_matches(coalesce(econ_code, ''), '^(301|303)')
  AND len(list_filter($standing_words, lambda one: contains(coalesce(purpose, ''), one))) = 0
  AND in_period(pay_date) IS NOT FALSE
