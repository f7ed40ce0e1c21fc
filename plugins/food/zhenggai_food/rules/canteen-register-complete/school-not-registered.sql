WITH canteen AS (
  SELECT _row,
         school_name,
         norm_name(school_name) AS name,
         norm_name(canteen_name) AS own_name,
         nullif(upper(norm_text(uscc)), '') AS code
  FROM food.canteen_register
  WHERE status IS DISTINCT FROM '注销'
),
canteen_opening AS (
  SELECT DISTINCT _row, unnest(list_transform(range(1, length(called) + 1), lambda n: left(called, n))) AS opening
  FROM (SELECT _row, name AS called FROM canteen
        UNION
        SELECT _row, own_name FROM canteen)
),
-- A canteen belongs to the school with the longest name that opens its own: 第一中学附属小学食堂 is
-- the annexed school's, not 第一中学's.
placed AS (
  SELECT canteen_opening._row AS canteen_row, school._row AS school_row
  FROM canteen_opening
  JOIN school ON school.name = canteen_opening.opening
  QUALIFY length(school.name) = max(length(school.name)) OVER (PARTITION BY canteen_opening._row)
  UNION
  SELECT canteen._row, school._row
  FROM canteen
  JOIN school ON school.code = canteen.code
),
-- A register name that is only the beginning of a school's name fits if no other school begins so.
shortened AS (
  SELECT canteen._row AS canteen_row,
         opening._row AS school_row,
         count(DISTINCT opening._row) OVER (PARTITION BY canteen._row) AS candidates
  FROM (SELECT _row, name FROM canteen ANTI JOIN placed ON placed.canteen_row = canteen._row) AS canteen
  JOIN (SELECT _row, unnest(list_transform(range(3, length(name)), lambda n: left(name, n))) AS name
        FROM school) AS opening USING (name)
),
matched AS (
  SELECT school_row, count(*) AS canteens
  FROM (SELECT school_row FROM placed
        UNION ALL
        SELECT school_row FROM shortened WHERE candidates = 1)
  GROUP BY school_row
),
unclear AS (
  SELECT DISTINCT school_row FROM shortened WHERE candidates > 1
)
SELECT listed._row,
       listed.school_name,
       listed.has_canteen,
       list_transform(
         list_slice(
           list_reverse_sort(
             list_transform(
               (SELECT list(DISTINCT school_name) FROM canteen),
               lambda one: {'likeness': jaro_winkler_similarity(one, listed.school_name), 'name': one}
             )
           ), 1, 3
         ), lambda one: one.name
       ) AS nearest,
       CASE WHEN listed.has_canteen IS NULL OR norm_name(listed.school_name) IS NULL THEN 'gap'
            WHEN matched.canteens > 0 THEN 'ok'
            WHEN unclear.school_row IS NOT NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM food.education_school_list AS listed
LEFT JOIN matched ON matched.school_row = listed._row
LEFT JOIN unclear ON unclear.school_row = listed._row
WHERE (listed.has_canteen IS NULL OR listed.has_canteen IN ('是', '自营', '委托承包'))
  AND (listed.status IS NULL OR listed.status NOT IN ('撤并', '停办'))
