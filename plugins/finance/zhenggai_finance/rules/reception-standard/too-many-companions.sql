SELECT _row,
       reception_date,
       visitor_unit,
       visitor_count,
       companion_count,
       CASE WHEN visitor_count <= 10 THEN 3 ELSE visitor_count // 3 END AS allowed,
       handler AS owner,
       reception_date AS fact_date,
       judge(companion_count <= allowed) AS verdict
FROM finance.reception_ledger
WHERE in_period(reception_date) IS NOT FALSE
