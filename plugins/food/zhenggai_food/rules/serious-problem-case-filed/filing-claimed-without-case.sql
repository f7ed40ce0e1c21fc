SELECT serious._row,
       day,
       subject_name,
       station AS owner,
       day AS fact_date,
       add_workdays(day, $file_workdays) AS due,
       CASE WHEN linked.clue_row IS NOT NULL THEN 'ok'
            WHEN workdays_between(day, as_of()) <= $file_workdays THEN 'pending'
            WHEN workdays_between(day, as_of()) IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM serious
LEFT JOIN (SELECT DISTINCT clue_row FROM linked) AS linked ON linked.clue_row = serious._row
WHERE number IS NULL
  AND said_filed
