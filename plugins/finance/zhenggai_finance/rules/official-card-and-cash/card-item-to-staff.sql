WITH staff AS (
  SELECT norm_name(person) AS name,
         coalesce(on_date_from, DATE '0001-01-01') AS first_day,
         coalesce(off_date_to, DATE '9999-12-31') AS last_day
  FROM finance.staff_roster
  WHERE person IS NOT NULL
), payment AS (
  SELECT *,
         concat_ws(' ', econ_code, econ_name) AS item,
         len(list_filter(
           $card_items,
           lambda one: starts_with(coalesce(norm_text(econ_code), ''), left(norm_text(one), 5))
             OR contains(coalesce(norm_text(econ_name), ''), substr(norm_text(one), 6))
         )) > 0 AS listed,
         len(list_filter($exempt_words, lambda one: contains(concat_ws(' ', settlement, purpose, remarks), one))) > 0 AS exempt
  FROM finance.payment_detail
  WHERE in_period(pay_date) IS NOT FALSE
), known AS (
  SELECT payment._row,
         bool_or(pay_date BETWEEN first_day AND last_day) AS serving
  FROM payment
  JOIN staff ON staff.name = norm_name(payment.payee)
  GROUP BY payment._row
)
SELECT payment._row,
       pay_date AS day,
       item,
       amount AS paid,
       payee,
       purpose,
       amount,
       pay_date AS fact_date,
       CASE WHEN payee IS NULL THEN 'gap'
            WHEN known._row IS NULL OR serving IS FALSE OR exempt OR amount <= 0 THEN 'ok'
            -- Cash is reported as such.
            WHEN contains(settlement, '现金') THEN 'ok'
            WHEN item = '' OR settlement IS NULL OR serving IS NULL OR amount IS NULL THEN 'gap'
            ELSE judge(NOT listed) END AS verdict
FROM payment
LEFT JOIN known ON known._row = payment._row
WHERE listed
   OR item = ''
