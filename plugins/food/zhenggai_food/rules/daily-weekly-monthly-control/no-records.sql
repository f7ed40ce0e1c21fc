WITH canteen AS (
  SELECT *, CAST(NULL AS VARCHAR) AS code
  FROM food.canteen_register
  WHERE status IS NULL OR status = '正常'
),
record AS (
  SELECT _row, norm_name(subject_name) AS name, CAST(NULL AS VARCHAR) AS code
  FROM food.control_record
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
controlled AS (
  SELECT canteen_row, sure, record_type, record_date, person
  FROM link
  JOIN food.control_record AS kept ON kept._row = link.entry_row
),
served AS (
  SELECT DISTINCT calendar.day
  FROM core.calendar AS calendar
  JOIN food.term_calendar AS term ON calendar.day BETWEEN term.start_date AND term.end_date
  WHERE term.kind = '学期'
    AND calendar.is_workday
    AND in_period(calendar.day)
    AND calendar.day NOT IN (
      SELECT unnest(range(start_date, end_date + 1, INTERVAL 1 DAY)) FROM food.term_calendar WHERE kind = '非供餐')
),
-- A canteen without any record is reported as such, not day by day.
serving AS (
  SELECT canteen._row, served.day
  FROM canteen
  CROSS JOIN served
  WHERE canteen._row IN (SELECT canteen_row FROM controlled)
    AND (served.day >= open_date) IS NOT FALSE
    AND (served.day BETWEEN suspended_from AND coalesce(suspended_to, served.day)) IS NOT TRUE
)
SELECT canteen._row,
       school_name,
       coalesce(canteen_name, '') AS canteen_name,
       station AS owner,
       CASE WHEN bool_or(sure) THEN 'ok'
            WHEN count(link.entry_row) > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM canteen
LEFT JOIN link ON link.canteen_row = canteen._row
GROUP BY canteen._row, school_name, canteen_name, station
-- Where no canteen sent records, the bureau does not collect theirs.
HAVING (SELECT count(*) FROM link) > 0
