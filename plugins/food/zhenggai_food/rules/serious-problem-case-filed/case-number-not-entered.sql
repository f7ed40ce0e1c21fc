SELECT [serious._row, penal._row] AS _rows,
       day,
       subject_name,
       penal.case_no,
       filing_date,
       station AS owner,
       day AS fact_date,
       CASE WHEN numbered THEN 'ok' ELSE 'doubt' END AS verdict
FROM linked
JOIN serious ON serious._row = linked.clue_row
JOIN penal ON penal._row = linked.case_row
