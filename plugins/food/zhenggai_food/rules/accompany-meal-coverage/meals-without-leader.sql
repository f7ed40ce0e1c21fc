WITH canteen AS (
  SELECT *, CAST(NULL AS VARCHAR) AS code, norm_text(coalesce(meals_served, '午餐')) AS meals_text
  FROM food.canteen_register
  WHERE (status IS NULL OR status = '正常')
    AND (school_type IS NULL OR school_type NOT IN ('中职', '高校'))
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
accompanied AS (
  SELECT canteen_row,
         meal_date,
         meal,
         -- 班主任 is no 主任, and a parent leads no school.
         sure AND list_bool_or(list_transform($leader_titles, lambda one: contains(replace(accompany_title, '班主任', ''), one)))
           AND NOT contains(accompany_title, '家长') AS led,
         NOT sure OR meal_date IS NULL OR meal IS NULL OR accompany_title IS NULL AS unclear
  FROM link
  JOIN food.accompany_record AS kept ON kept._row = link.entry_row
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
term_day AS (
  SELECT day, TRUE AS worked FROM served
  UNION ALL
  -- Weekends are asked only of schools that keep weekend records.
  SELECT DISTINCT calendar.day, FALSE
  FROM core.calendar AS calendar
  JOIN food.term_calendar AS term ON calendar.day BETWEEN term.start_date AND term.end_date
  WHERE term.kind = '学期'
    AND NOT calendar.is_workday
    AND dayofweek(calendar.day) IN (0, 6)
    AND in_period(calendar.day)
    AND calendar.day NOT IN (
      SELECT unnest(range(start_date, end_date + 1, INTERVAL 1 DAY)) FROM food.term_calendar WHERE kind = '非供餐')
),
boarding AS (
  SELECT DISTINCT canteen_row
  FROM accompanied
  WHERE dayofweek(meal_date) IN (0, 6)
    AND NOT is_workday(meal_date)
),
wanted AS (
  SELECT canteen._row, day, unnest(list_filter([
           CASE WHEN regexp_matches(regexp_replace(meals_text, '早点|早加餐', ''), '早') THEN '早餐' END,
           CASE WHEN regexp_matches(regexp_replace(meals_text, '午点|午加餐|上午|下午', '', 'g'), '午|中') THEN '午餐' END,
           CASE WHEN regexp_matches(meals_text, '晚') THEN '晚餐' END], lambda one: one IS NOT NULL)) AS meal
  FROM canteen
  CROSS JOIN term_day
  LEFT JOIN boarding ON boarding.canteen_row = canteen._row
  WHERE (worked OR boarding.canteen_row IS NOT NULL)
    AND day <= as_of()
    AND (day >= open_date) IS NOT FALSE
    AND (day BETWEEN suspended_from AND coalesce(suspended_to, day)) IS NOT TRUE
),
met AS (
  SELECT canteen_row, meal_date, meal, bool_or(led) AS led
  FROM accompanied
  GROUP BY ALL
),
open_record AS (
  SELECT canteen_row, date_trunc('month', meal_date) AS month, count(*) AS times
  FROM accompanied
  WHERE unclear
  GROUP BY ALL
),
counted AS (
  SELECT wanted._row,
         date_trunc('month', day) AS month,
         count(*) AS due_meals,
         count(*) FILTER (led IS NOT TRUE) AS missed,
         array_to_string(list_slice(list(strftime(day, '%m-%d') || wanted.meal ORDER BY day) FILTER (led IS NOT TRUE), 1, 10), '、') AS first_missed
  FROM wanted
  LEFT JOIN met ON met.canteen_row = wanted._row AND met.meal_date = wanted.day AND met.meal = wanted.meal
  GROUP BY ALL
)
SELECT counted._row,
       strftime(counted.month, '%Y-%m') AS subject,
       strftime(counted.month, '%Y-%m') AS month,
       school_name,
       coalesce(canteen_name, '') AS canteen_name,
       station AS owner,
       due_meals,
       missed,
       first_missed,
       CAST(last_day(counted.month) AS DATE) AS fact_date,
       CASE WHEN missed = 0 THEN 'ok'
            -- A record whose date, meal or post cannot be read may be the missing one.
            WHEN missed <= coalesce(dated.times, 0) + coalesce(undated.times, 0) OR school_type IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM counted
JOIN food.canteen_register USING (_row)
LEFT JOIN open_record AS dated ON dated.canteen_row = counted._row AND dated.month = counted.month
LEFT JOIN open_record AS undated ON undated.canteen_row = counted._row AND undated.month IS NULL
