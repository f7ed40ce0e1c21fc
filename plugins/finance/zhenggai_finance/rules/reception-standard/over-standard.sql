SELECT _row,
       reception_date,
       visitor_unit,
       meal_cost,
       visitor_count + companion_count AS diners,
       round(meal_cost / nullif(diners, 0), 2) AS per_head,
       meal_cost - $meal_cap * diners AS amount,
       handler AS owner,
       reception_date AS fact_date,
       judge(meal_cost <= $meal_cap * diners) AS verdict
FROM finance.reception_ledger
WHERE in_period(reception_date) IS NOT FALSE
  AND meal_kind IS DISTINCT FROM '无用餐'
