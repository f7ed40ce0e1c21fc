WITH meal AS (
  SELECT _row,
         reception_date,
         unnest(list_distinct(list_concat(split_names(visitor_names), split_names(companion_names)))) AS person
  FROM finance.reception_ledger
  WHERE in_period(reception_date) IS NOT FALSE
), trip AS (
  SELECT min(_row) AS _row,
         norm_text(person) AS person,
         min(depart_date) AS depart_date,
         max(return_date) AS return_date,
         sum(meal_days) AS meal_days
  FROM finance.travel_reimbursement
  GROUP BY norm_text(form_no), norm_text(person)
)
SELECT [meal._row, trip._row] AS _rows,
       concat_ws('|', meal.person, reception_date) AS key,
       meal.person,
       reception_date,
       meal.person AS owner,
       reception_date AS fact_date,
       CASE WHEN reception_date IS NULL OR depart_date IS NULL OR return_date IS NULL OR meal_days IS NULL THEN 'gap'
            WHEN reception_date BETWEEN depart_date AND return_date AND meal_days >= return_date - depart_date + 1 THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM meal
JOIN trip ON trip.person = meal.person
