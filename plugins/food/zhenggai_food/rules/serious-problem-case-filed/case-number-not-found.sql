SELECT serious._row,
       day,
       subject_name,
       case_no,
       station AS owner,
       day AS fact_date,
       judge(linked.clue_row IS NOT NULL) AS verdict
FROM serious
LEFT JOIN (SELECT DISTINCT clue_row FROM linked) AS linked ON linked.clue_row = serious._row
WHERE number IS NOT NULL
  -- Those of the patrol are compared by dawn-dusk-patrol.
  AND book = 'inspection'
