WITH canteen AS (
  SELECT *, nullif(upper(norm_text(uscc)), '') AS code
  FROM food.canteen_register
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
  SELECT record._row AS entry_row, called._row AS canteen_row, CASE WHEN own THEN 1 ELSE 2 END AS fit, length(name) AS size
  FROM record
  JOIN called USING (name)
  UNION
  SELECT record._row, canteen._row, 2, 0
  FROM record
  JOIN canteen USING (code)
  UNION
  SELECT opening._row, called._row, 3, length(name)
  FROM (SELECT _row, unnest(list_transform(range(3, length(name)), lambda n: left(name, n))) AS name FROM record) AS opening
  JOIN called USING (name)
  UNION
  SELECT record._row, opening._row, 4, 0
  FROM record
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
-- Two canteens of one school are one school.
placed AS (
  SELECT entry_row, min(norm_name(school_name)) AS school
  FROM link
  JOIN canteen ON canteen._row = link.canteen_row
  GROUP BY entry_row
),
present AS (
  SELECT kept._row, canteen_name, meal_date, meal, unnest(split_names(accompany_name)) AS accompany_name,
         coalesce(placed.school, norm_name(canteen_name)) AS school
  FROM food.accompany_record AS kept
  LEFT JOIN placed ON placed.entry_row = kept._row
  WHERE in_period(meal_date) IS NOT FALSE
)
SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', accompany_name, meal_date, meal) AS key,
       accompany_name,
       meal_date,
       meal,
       string_agg(DISTINCT canteen_name, '、' ORDER BY canteen_name) AS schools,
       meal_date AS fact_date,
       CASE WHEN meal_date IS NULL OR meal IS NULL THEN 'gap'
            ELSE judge(count(DISTINCT school) = 1) END AS verdict
FROM present
GROUP BY accompany_name, meal_date, meal
