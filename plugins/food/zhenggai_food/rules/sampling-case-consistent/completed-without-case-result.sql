SELECT [sample._row, penal._row] AS _rows,
       sample.sample_no,
       completed,
       penal.case_no,
       coalesce(penal.status, '（空）') AS status,
       completed AS fact_date,
       CASE WHEN decision_date IS NOT NULL OR penal.status IN ('撤案', '移送', '已结案') THEN 'ok'
            WHEN penal.status IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM linked
JOIN sample ON sample._row = linked.sample_row
JOIN penal ON penal._row = linked.case_row
WHERE completed IS NOT NULL
  AND NOT $completion_before_decision
