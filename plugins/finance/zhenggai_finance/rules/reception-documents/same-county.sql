SELECT _row,
       reception_date,
       visitor_unit,
       reception.amount AS cost,
       handler AS owner,
       reception_date AS fact_date,
       reception.amount AS amount,
       CASE WHEN visitor_unit IS NULL THEN 'gap'
            ELSE judge(len(list_filter($local_units, lambda one: name_fits(visitor_unit, one))) = 0) END AS verdict
FROM finance.reception_ledger AS reception
WHERE in_period(reception_date) IS NOT FALSE
  AND (amount > 0) IS NOT FALSE
  AND $same_city_forbidden
  AND len($local_units) > 0
