-- From the surest to the least sure: the canteen's own name, the school's name or code, a name that
-- begins with one of them (the longest), a name that is only their beginning.
SELECT visit._row AS entry_row, called._row AS canteen_row, CASE WHEN own THEN 1 ELSE 2 END AS fit, length(name) AS size
FROM visit
JOIN called USING (name)
UNION
SELECT visit._row, canteen._row, 2, 0
FROM visit
JOIN canteen USING (code)
UNION
SELECT opening._row, called._row, 3, length(name)
FROM (SELECT _row, unnest(list_transform(range(3, length(name)), lambda n: left(name, n))) AS name FROM visit) AS opening
JOIN called USING (name)
UNION
SELECT visit._row, opening._row, 4, 0
FROM visit
JOIN (SELECT _row, unnest(list_transform(range(3, length(name)), lambda n: left(name, n))) AS name FROM called) AS opening
  USING (name)
