SELECT files._row, any_value(files.path) AS path, count(DISTINCT closed.number) AS times,
       CASE WHEN count(closed._row) = 0 THEN 'gap' ELSE judge(count(DISTINCT closed.number) <= $max_share_ev) END AS verdict
FROM files
LEFT JOIN attached ON attached.file_row = files._row
LEFT JOIN closed ON closed._row = attached._row
GROUP BY files._row
HAVING count(closed._row) > 0
   OR count(files.number) = 0
