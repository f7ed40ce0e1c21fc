-- Neither code nor whole name fits: one name may begin with the other, if it fits one operator only.
SELECT operator._row AS subject_row, opening._row AS entry_row, operator.code
FROM operator
JOIN (SELECT _row, unnest(list_transform(range(3, length(name)), lambda n: left(name, n))) AS name
      FROM other_entry) AS opening USING (name)
UNION
SELECT opening._row, other_entry._row, opening.code
FROM other_entry
JOIN (SELECT _row, code, unnest(list_transform(range(3, length(name)), lambda n: left(name, n))) AS name
      FROM operator) AS opening USING (name)
