SELECT canteen._row,
       school_name,
       coalesce(canteen_name, '') AS canteen_name,
       diners,
       threshold,
       station AS owner,
       CASE WHEN diners < threshold OR bool_or(role = '食品安全总监' AND sure) THEN 'ok'
            WHEN diners IS NULL OR threshold IS NULL
              OR bool_or((role = '食品安全总监' AND NOT sure) OR (entry_row IS NOT NULL AND role IS NULL)) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM canteen
LEFT JOIN staffed ON staffed.canteen_row = canteen._row
GROUP BY canteen._row, school_name, canteen_name, diners, threshold, station
