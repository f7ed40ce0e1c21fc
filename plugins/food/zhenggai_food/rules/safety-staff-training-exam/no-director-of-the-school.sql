WITH canteen AS (
  SELECT *,
         CAST(NULL AS VARCHAR) AS code,
         CASE WHEN school_type = '幼儿园' THEN $director_kindergarten
              WHEN school_type IN ('中职', '高校') THEN $director_other
              WHEN school_type IS NOT NULL THEN $director_school END AS threshold
  FROM food.canteen_register
  WHERE status IS NULL OR status = '正常'
),
person AS (
  SELECT _row, norm_name(subject_name) AS name, CAST(NULL AS VARCHAR) AS code
  FROM food.safety_staff_register
),
called AS (
  SELECT _row, norm_name(school_name) AS name, canteen_name IS NULL AS own FROM canteen
  UNION
  SELECT _row, norm_name(school_name || canteen_name), TRUE FROM canteen
  UNION
  SELECT _row, norm_name(canteen_name), TRUE FROM canteen WHERE length(norm_name(canteen_name)) >= 5
),
-- From the surest to the least sure: the canteen's own name, the school's name or code, a name that
-- begins with one of them (the longest), a name that is only their beginning.
fitting AS (
  SELECT person._row AS entry_row, called._row AS canteen_row, CASE WHEN own THEN 1 ELSE 2 END AS fit, length(name) AS size
  FROM person
  JOIN called USING (name)
  UNION
  SELECT person._row, canteen._row, 2, 0
  FROM person
  JOIN canteen USING (code)
  UNION
  SELECT opening._row, called._row, 3, length(name)
  FROM (SELECT _row, unnest(list_transform(range(3, length(name)), lambda n: left(name, n))) AS name FROM person) AS opening
  JOIN called USING (name)
  UNION
  SELECT person._row, opening._row, 4, 0
  FROM person
  JOIN (SELECT _row, unnest(list_transform(range(3, length(name)), lambda n: left(name, n))) AS name FROM called) AS opening
    USING (name)
),
best AS (
  SELECT entry_row, canteen_row, min(fit) AS fit
  FROM (FROM fitting QUALIFY rank() OVER (PARTITION BY entry_row ORDER BY fit, size DESC) = 1)
  GROUP BY entry_row, canteen_row
),
-- An entry under the school's name speaks for each of its canteens, unless the ledger tells them apart.
told_apart AS (
  SELECT norm_name(school_name) AS school
  FROM best
  JOIN canteen ON canteen._row = best.canteen_row
  WHERE fit = 1
    AND canteen_name IS NOT NULL
  GROUP BY ALL
),
link AS (
  SELECT entry_row,
         canteen_row,
         fit = 1
           OR count(*) OVER (PARTITION BY entry_row) = 1
           OR (fit < 4 AND told_apart.school IS NULL) AS sure
  FROM best
  JOIN canteen ON canteen._row = best.canteen_row
  LEFT JOIN told_apart ON told_apart.school = norm_name(canteen.school_name)
),
staffed AS (
  SELECT canteen_row, entry_row, sure, role
  FROM link
  JOIN food.safety_staff_register AS registered ON registered._row = link.entry_row
)
SELECT canteen._row,
       school_name,
       station AS owner,
       CASE WHEN diners < threshold THEN 'ok'
            WHEN diners IS NULL OR threshold IS NULL THEN 'gap'
            WHEN school.name IS NOT NULL THEN 'ok'
            ELSE 'doubt' END AS verdict
FROM canteen
LEFT JOIN (SELECT DISTINCT norm_name(subject_name) AS name
           FROM food.safety_staff_register
           WHERE role = '食品安全总监') AS school ON school.name = norm_name(canteen.school_name)
WHERE operation_mode = '委托承包'
  -- No director at all is reported as such.
  AND (diners IS NULL OR threshold IS NULL OR diners < threshold
       OR canteen._row IN (SELECT canteen_row FROM staffed WHERE role = '食品安全总监'))
