SELECT _row,
       reception_date,
       visitor_unit,
       companion_count,
       len(split_names(companion_names)) AS named,
       handler AS owner,
       reception_date AS fact_date,
       judge(companion_count = named) AS verdict
FROM finance.reception_ledger
WHERE in_period(reception_date) IS NOT FALSE
  AND named > 0
