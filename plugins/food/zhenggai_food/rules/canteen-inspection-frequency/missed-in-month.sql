WITH canteen AS (
  SELECT *,
         nullif(upper(norm_text(uscc)), '') AS code,
         coalesce(district_type,
                  CASE WHEN len($urban_stations) = 0 OR station IS NULL THEN NULL
                       WHEN list_contains(list_transform($urban_stations, lambda one: norm_name(one)), norm_name(station)) THEN '城区'
                       ELSE '乡镇' END) AS district
  FROM food.canteen_register
  WHERE status IS NULL OR status = '正常'
),
visit AS (
  SELECT _row, norm_name(subject_name) AS name, nullif(upper(norm_text(uscc)), '') AS code
  FROM food.inspection_ledger
  WHERE NOT coalesce(list_contains($exclude_types, inspect_type), FALSE)
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
visited AS (
  SELECT canteen_row,
         date_trunc('month', inspect_date) AS month,
         count(DISTINCT inspect_date) FILTER (sure) AS found,
         count(*) FILTER (NOT sure OR inspect_date IS NULL) AS unclear
  FROM link
  JOIN food.inspection_ledger AS ledger ON ledger._row = link.entry_row
  GROUP BY ALL
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
serving AS (
  SELECT canteen._row, date_trunc('month', served.day) AS month, count(*) AS days
  FROM canteen
  CROSS JOIN served
  WHERE canteen.district = '乡镇'
    AND (served.day >= open_date) IS NOT FALSE
    AND (served.day BETWEEN suspended_from AND coalesce(suspended_to, served.day)) IS NOT TRUE
  GROUP BY ALL
)
SELECT serving._row,
       strftime(serving.month, '%Y-%m') AS subject,
       strftime(serving.month, '%Y-%m') AS month,
       school_name,
       coalesce(canteen_name, '') AS canteen_name,
       station AS owner,
       days,
       coalesce(visited.found, 0) AS found,
       CAST(last_day(serving.month) AS DATE) AS due,
       CAST(last_day(serving.month) AS DATE) AS fact_date,
       CASE WHEN coalesce(visited.found, 0) >= $min_per_month_rural THEN 'ok'
            WHEN due > as_of() THEN 'pending'
            WHEN coalesce(visited.found, 0) + coalesce(visited.unclear, 0) + coalesce(undated.unclear, 0) >= $min_per_month_rural THEN 'gap'
            ELSE 'violation' END AS verdict
FROM serving
JOIN food.canteen_register USING (_row)
LEFT JOIN visited ON visited.canteen_row = serving._row AND visited.month = serving.month
LEFT JOIN visited AS undated ON undated.canteen_row = serving._row AND undated.month IS NULL
WHERE days >= $min_serving_days
UNION ALL
-- Months of a term beyond the holiday calendar: which days were served is not known.
SELECT _row, '节假日安排', strftime(period_end(), '%Y-%m'), school_name, coalesce(canteen_name, ''), station, NULL, NULL, NULL, NULL, 'gap'
FROM canteen
WHERE district = '乡镇'
  AND least(period_end(), as_of()) > (SELECT max(day) FROM core.calendar)
