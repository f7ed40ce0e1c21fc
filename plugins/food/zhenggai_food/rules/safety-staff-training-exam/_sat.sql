-- By identity number where both have it, else by name and unit: two persons may share a name.
SELECT staff._row, exam_date, good
FROM staff
JOIN sitting USING (number)
UNION ALL
SELECT staff._row, exam_date, good
FROM staff
JOIN sitting USING (name)
WHERE (staff.number IS NULL OR sitting.number IS NULL)
  AND name_fits(staff.subject_name, sitting.unit)
