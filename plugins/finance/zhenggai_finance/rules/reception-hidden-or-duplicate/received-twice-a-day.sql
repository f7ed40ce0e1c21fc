WITH meal AS (
  SELECT *,
         CASE WHEN contains(meal_type, '早') THEN '早餐'
              WHEN regexp_matches(meal_type, '午|中') THEN '午餐'
              WHEN contains(meal_type, '晚') THEN '晚餐' END AS meal
  FROM finance.reception_ledger
  WHERE in_period(reception_date) IS NOT FALSE
), guest AS (
  SELECT _row,
         reception_date,
         meal,
         handler,
         amount,
         norm_name(visitor_unit) AS who,
         visitor_unit AS name
  FROM meal
  UNION ALL
  -- A person named by two units; one unit's two rows are found by the unit.
  SELECT min(_row),
         reception_date,
         meal,
         any_value(handler),
         sum(amount),
         person,
         person
  FROM (SELECT *, unnest(split_names(visitor_names)) AS person FROM meal)
  WHERE NOT regexp_matches(person, '等|人$')
  GROUP BY reception_date, meal, person, norm_name(visitor_unit)
)
SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', reception_date, meal, who) AS key,
       reception_date,
       coalesce(meal, '餐别未写') AS meal_type,
       any_value(name) AS who,
       count(*) AS times,
       sum(amount) AS amount,
       any_value(handler) AS owner,
       reception_date AS fact_date,
       CASE WHEN guest.who IS NULL OR reception_date IS NULL THEN 'gap'
            WHEN count(*) = 1 THEN 'ok'
            WHEN meal IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM guest
GROUP BY reception_date, meal, guest.who
