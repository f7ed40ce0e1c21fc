WITH canteen AS (
  SELECT _row,
         norm_name(school_name) AS name,
         norm_name(canteen_name) AS own_name,
         nullif(upper(norm_text(uscc)), '') AS code
  FROM food.canteen_register
  WHERE status IS DISTINCT FROM '注销'
),
placed AS (
  SELECT opening._row
  FROM (SELECT _row, unnest(list_transform(range(1, length(called) + 1), lambda n: left(called, n))) AS name
        FROM (SELECT _row, name AS called FROM canteen
              UNION
              SELECT _row, own_name FROM canteen)) AS opening
  JOIN school USING (name)
  UNION
  SELECT canteen._row
  FROM canteen
  JOIN school ON school.code = canteen.code
  UNION
  SELECT canteen._row
  FROM canteen
  JOIN (SELECT unnest(list_transform(range(3, length(name)), lambda n: left(name, n))) AS name
        FROM school) AS opening USING (name)
)
SELECT canteen._row,
       registered.school_name,
       registered.station AS owner,
       CASE WHEN canteen.name IS NULL THEN 'gap'
            WHEN placed._row IS NOT NULL THEN 'ok'
            ELSE 'doubt' END AS verdict
FROM canteen
JOIN food.canteen_register AS registered USING (_row)
LEFT JOIN placed USING (_row)
