SELECT [serious._row, penal._row] AS _rows,
       day,
       subject_name,
       penal.case_no,
       party_name,
       station AS owner,
       day AS fact_date,
       CASE WHEN serious.code = penal.code THEN 'ok'
            ELSE judge(contains(norm_name(party_name), serious.name) OR contains(serious.name, norm_name(party_name))) END AS verdict
FROM linked
JOIN serious ON serious._row = linked.clue_row
JOIN penal ON penal._row = linked.case_row
WHERE numbered
  AND book = 'inspection'
