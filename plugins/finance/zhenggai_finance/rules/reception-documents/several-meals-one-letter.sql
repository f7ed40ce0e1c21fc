WITH meal AS (
  SELECT *,
         norm_docno(letter_no) AS letter,
         coalesce(
           meal_count,
           nullif(len(list_filter(['早', '午', '晚'], lambda one: contains(replace(meal_type, '中', '午'), one))), 0),
           1
         ) AS meals
  FROM finance.reception_ledger
  WHERE regexp_matches(letter_no, '[0-9]')
    AND NOT contains(letter_no, '电话')
    AND (amount > 0) IS NOT FALSE
)
SELECT list(_row ORDER BY reception_date, _row) AS _rows,
       letter AS key,
       letter,
       sum(meals) AS meals,
       string_agg(DISTINCT strftime(reception_date, '%Y-%m-%d'), '、' ORDER BY strftime(reception_date, '%Y-%m-%d')) AS days,
       sum(amount) AS amount,
       any_value(handler) AS owner,
       max(reception_date) AS fact_date,
       -- A meal without its cost may have cost nothing: it decides nothing by itself.
       CASE WHEN coalesce(sum(meals) FILTER (amount IS NOT NULL), 0) > $max_meals_per_letter THEN 'violation'
            WHEN sum(meals) > $max_meals_per_letter THEN 'gap'
            ELSE 'ok' END AS verdict
FROM meal
GROUP BY letter
HAVING bool_or(in_period(reception_date) IS NOT FALSE)
