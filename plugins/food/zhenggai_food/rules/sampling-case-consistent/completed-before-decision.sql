SELECT [sample._row, penal._row] AS _rows,
       sample.sample_no,
       completed,
       penal.case_no,
       decision_date,
       decision_date AS fact_date,
       judge($completion_before_decision OR decision_date <= completed) AS verdict
FROM linked
JOIN sample ON sample._row = linked.sample_row
JOIN penal ON penal._row = linked.case_row
WHERE completed IS NOT NULL
  AND decision_date IS NOT NULL
