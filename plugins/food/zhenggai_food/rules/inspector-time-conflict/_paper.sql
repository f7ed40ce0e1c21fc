SELECT _row, inspect_date AS day, subject_name, station, address, inspectors, start_time, end_time, 1 AS book
FROM food.inspection_ledger
WHERE in_period(inspect_date) IS NOT FALSE
UNION ALL
SELECT _row, patrol_date, subject_name, team, NULL, inspectors, start_time, end_time, 2
FROM food.patrol_log
WHERE in_period(patrol_date) IS NOT FALSE
