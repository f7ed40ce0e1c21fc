-- A canteen without any record is reported as such, not day by day.
SELECT canteen._row, served.day
FROM canteen
CROSS JOIN served
WHERE canteen._row IN (SELECT canteen_row FROM controlled)
  AND (served.day >= open_date) IS NOT FALSE
  AND (served.day BETWEEN suspended_from AND coalesce(suspended_to, served.day)) IS NOT TRUE
