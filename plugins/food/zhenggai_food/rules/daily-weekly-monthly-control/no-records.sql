SELECT canteen._row,
       school_name,
       coalesce(canteen_name, '') AS canteen_name,
       station AS owner,
       CASE WHEN bool_or(sure) THEN 'ok'
            WHEN count(link.entry_row) > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM canteen
LEFT JOIN link ON link.canteen_row = canteen._row
GROUP BY canteen._row, school_name, canteen_name, station
-- Where no canteen sent records, the bureau does not collect theirs.
HAVING (SELECT count(*) FROM link) > 0
