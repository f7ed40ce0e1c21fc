SELECT canteen_row AS kitchen_row, entry_row, sure FROM link
UNION
SELECT caterer._row, camera._row, TRUE FROM caterer JOIN camera USING (name)
UNION
SELECT caterer._row, camera._row, TRUE FROM caterer JOIN camera USING (code)
