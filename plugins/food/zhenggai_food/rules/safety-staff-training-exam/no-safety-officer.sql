SELECT canteen._row,
       school_name,
       coalesce(canteen_name, '') AS canteen_name,
       station AS owner,
       CASE WHEN bool_or(role = '食品安全员' AND sure) THEN 'ok'
            WHEN bool_or((role = '食品安全员' AND NOT sure) OR (entry_row IS NOT NULL AND role IS NULL)) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM canteen
LEFT JOIN staffed ON staffed.canteen_row = canteen._row
GROUP BY canteen._row, school_name, canteen_name, station
