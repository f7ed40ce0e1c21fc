-- By licence number; by name only where the register does not know the number.
SELECT store._row AS store_row, visit.*
FROM visit
JOIN store USING (number)
UNION ALL
SELECT store._row AS store_row, visit.*
FROM visit
LEFT JOIN (SELECT DISTINCT number FROM store WHERE number IS NOT NULL) AS known ON known.number = visit.number
JOIN store ON store.name = visit.name
WHERE known.number IS NULL
