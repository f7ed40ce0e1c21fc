SELECT closed._row, closed."no", closed.finding, closed.status, coalesce(closed.evidence, '（未填）') AS evidence, closed.leader AS owner,
       CASE WHEN closed.number IS NULL AND closed.evidence IS NULL THEN 'gap'
            ELSE judge(count(files._row) FILTER (files.bytes IS NULL OR files.bytes > 0) > 0) END AS verdict
FROM closed
LEFT JOIN attached ON attached._row = closed._row
LEFT JOIN files ON files._row = attached.file_row
GROUP BY closed._row, closed."no", closed.finding, closed.status, closed.evidence, closed.leader, closed.number
