SELECT [sample._row, penal._row] AS _rows,
       sample.sample_no,
       penal.case_no,
       penal.status,
       coalesce(close_date, decision_date) AS fact_date,
       judge(completed IS NOT NULL) AS verdict
FROM linked
JOIN sample ON sample._row = linked.sample_row
JOIN penal ON penal._row = linked.case_row
WHERE penal.status IN ('已结案', '撤案')
