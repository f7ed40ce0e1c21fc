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
  SELECT canteen_row, inspect_date AS day, sure
  FROM link
  JOIN food.inspection_ledger AS ledger ON ledger._row = link.entry_row
),
term AS (
  SELECT term_name, start_date, end_date
  FROM food.term_calendar
  WHERE kind = '学期'
    AND (start_date <= period_end() AND end_date >= period_start()) IS NOT FALSE
),
counted AS (
  SELECT canteen._row,
         term.term_name,
         term.start_date,
         term.end_date,
         count(DISTINCT visited.day) FILTER (sure AND day BETWEEN start_date AND end_date) AS found,
         string_agg(DISTINCT CAST(visited.day AS VARCHAR), '、' ORDER BY CAST(visited.day AS VARCHAR))
           FILTER (sure AND day BETWEEN start_date AND end_date) AS dates,
         -- Visits without a date, or that may have been of another canteen.
         count(*) FILTER (visited.canteen_row IS NOT NULL
                          AND (day IS NULL OR (NOT sure AND day BETWEEN start_date AND end_date))) AS unclear
  FROM canteen
  CROSS JOIN term
  LEFT JOIN visited ON visited.canteen_row = canteen._row
  WHERE canteen.district = '城区'
    AND (open_date <= end_date) IS NOT FALSE
    AND (suspended_from <= start_date AND (suspended_to IS NULL OR suspended_to >= end_date)) IS NOT TRUE
  GROUP BY ALL
)
SELECT counted._row,
       term_name || '|' || coalesce(CAST(start_date AS VARCHAR), '') AS subject,
       school_name,
       coalesce(canteen_name, '') AS canteen_name,
       station AS owner,
       term_name,
       found,
       coalesce(dates, '无') AS dates,
       end_date AS due,
       end_date AS fact_date,
       CASE WHEN start_date IS NULL OR end_date IS NULL THEN 'gap'
            WHEN found >= $min_per_term_urban THEN 'ok'
            WHEN end_date > as_of() THEN 'pending'
            WHEN found + unclear >= $min_per_term_urban THEN 'gap'
            ELSE 'violation' END AS verdict
FROM counted
JOIN food.canteen_register USING (_row)
UNION ALL
-- Neither town nor country: which of the two demands holds is not known.
SELECT _row, '区域类型', school_name, coalesce(canteen_name, ''), station, '（区域类型不明）', NULL, NULL, NULL, NULL, 'gap'
FROM canteen
WHERE district IS NULL
