-- An empty count is replaced by the names; where both are given the larger one is tested.
SELECT _row,
       reception_date,
       visitor_unit,
       visitor_count,
       greatest(companion_count, nullif(len(split_names(companion_names)), 0)) AS companions,
       CASE WHEN visitor_count <= 10 THEN 3 ELSE visitor_count // 3 END AS allowed,
       handler AS owner,
       reception_date AS fact_date,
       judge(companions <= allowed) AS verdict
FROM finance.reception_ledger
WHERE in_period(reception_date) IS NOT FALSE
