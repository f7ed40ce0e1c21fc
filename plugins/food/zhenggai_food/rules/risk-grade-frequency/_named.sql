SELECT operator._row AS subject_row, visit._row AS entry_row, operator.code
FROM operator
JOIN visit ON operator.code = visit.code
UNION
SELECT operator._row, visit._row, operator.code
FROM operator
JOIN visit ON operator.name = visit.name
WHERE operator.code IS NULL OR visit.code IS NULL
