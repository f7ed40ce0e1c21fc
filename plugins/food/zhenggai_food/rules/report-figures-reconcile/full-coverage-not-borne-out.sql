WITH canteen AS (
  SELECT *, nullif(upper(norm_text(uscc)), '') AS code
  FROM food.canteen_register
  WHERE status IS NULL OR status = '正常'
),
camera AS (
  SELECT _row, norm_name(subject_name) AS name, nullif(upper(norm_text(uscc)), '') AS code
  FROM food.kitchen_camera_list
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
  SELECT camera._row AS entry_row, called._row AS canteen_row, CASE WHEN own THEN 1 ELSE 2 END AS fit, length(name) AS size
  FROM camera
  JOIN called USING (name)
  UNION
  SELECT camera._row, canteen._row, 2, 0
  FROM camera
  JOIN canteen USING (code)
  UNION
  SELECT opening._row, called._row, 3, length(name)
  FROM (SELECT _row, unnest(list_transform(range(3, length(name)), lambda n: left(name, n))) AS name FROM camera) AS opening
  JOIN called USING (name)
  UNION
  SELECT camera._row, opening._row, 4, 0
  FROM camera
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
caterer AS (
  SELECT _row, norm_name(name) AS name, nullif(upper(norm_text(uscc)), '') AS code
  FROM food.operator_register
  WHERE (status IS NULL OR status = '在营')
    AND (subject_type IN ('中央厨房', '集体用餐配送单位')
         OR (subject_type = '餐饮服务' AND list_contains($large_classes, size_class)))
),
kitchen AS (
  SELECT _row AS kitchen_row, concat(school_name, canteen_name) AS name, station AS owner
  FROM canteen
  UNION ALL
  SELECT caterer._row, registered.name, NULL
  FROM caterer
  JOIN food.operator_register AS registered USING (_row)
  -- A canteen that stands in both registers is one kitchen.
  WHERE caterer.name NOT IN (SELECT norm_name(school_name) FROM canteen WHERE school_name IS NOT NULL)
    AND (caterer.code IS NULL OR caterer.code NOT IN (SELECT code FROM canteen WHERE code IS NOT NULL))
),
connection AS (
  SELECT canteen_row AS kitchen_row, entry_row, sure FROM link
  UNION
  SELECT caterer._row, camera._row, TRUE FROM caterer JOIN camera USING (name)
  UNION
  SELECT caterer._row, camera._row, TRUE FROM caterer JOIN camera USING (code)
),
state AS (
  SELECT kitchen_row,
         list(entry_row ORDER BY entry_row) AS camera_rows,
         string_agg(DISTINCT coalesce(mode, '（方式空）') || CASE WHEN online_status = '未接入' THEN '·未接入' ELSE '' END, '、') AS modes,
         bool_or(sure AND list_contains($accepted_modes, mode) AND online_status IS DISTINCT FROM '未接入') AS connected,
         bool_or(NOT sure OR mode IS NULL) AS unclear,
         max(last_online) FILTER (sure) AS last_online,
         bool_or(CASE WHEN online_status = '在线' OR last_online >= as_of() - $offline_days THEN TRUE
                      WHEN online_status = '离线' OR last_online < as_of() - $offline_days THEN FALSE END)
           FILTER (sure AND list_contains($accepted_modes, mode)) AS online
  FROM connection
  JOIN food.kitchen_camera_list AS listed ON listed._row = connection.entry_row
  GROUP BY kitchen_row
),
judged AS (
  SELECT kitchen.*,
         coalesce(camera_rows, []) AS camera_rows,
         modes,
         coalesce(connected, FALSE) AS connected,
         coalesce(unclear, FALSE) AS unclear,
         last_online,
         online,
         -- Rounded down: 99.96 per cent is never shown as 100.
         floor(1000.0 * count(*) FILTER (connected AND online IS NOT FALSE) OVER () / count(*) OVER ()) / 10 AS rate
  FROM kitchen
  LEFT JOIN state USING (kitchen_row)
),
covered AS (
  SELECT any_value(rate) AS rate FROM judged
),
claim AS (
  SELECT paragraph._row, report.report_date,
         unnest(list_filter(string_split_regex(norm_text(paragraph.text), '[。；;！]'),
                            lambda one: regexp_matches(one, '明厨亮灶') AND regexp_matches(one, '全覆盖|100%'))) AS words
  FROM core.paragraphs AS paragraph
  JOIN food.rectification_report AS report ON report._row = paragraph.document
)
SELECT _row,
       rate AS found,
       report_date AS fact_date,
       CASE WHEN rate IS NULL OR (SELECT count(*) FROM food.kitchen_camera_list) = 0 THEN 'gap'
            WHEN rate >= 100 THEN 'ok'
            ELSE 'violation' END AS verdict
FROM claim, covered
