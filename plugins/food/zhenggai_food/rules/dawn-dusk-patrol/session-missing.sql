WITH patrol AS (
  SELECT *, CASE WHEN $per_team THEN coalesce(norm_name(team), '') ELSE '全局' END AS unit
  FROM food.patrol_log
),
span AS (
  SELECT greatest(coalesce(day_in($campaign_start), min(patrol_date)), period_start()) AS first_day,
         least(coalesce(day_in($campaign_end), as_of()), period_end()) AS last_day
  FROM food.patrol_log
),
week AS (
  SELECT CAST(date_trunc('week', calendar.day) AS DATE) AS monday,
         CAST(date_trunc('week', calendar.day) AS DATE) + ($patrol_weekday - 1) AS patrol_day,
         count(*) FILTER (calendar.is_workday) AS workdays
  FROM core.calendar AS calendar, span
  WHERE calendar.day >= CAST(date_trunc('week', first_day) AS DATE)
    AND calendar.day <= last_day + 6
  GROUP BY ALL
  -- A week that lies wholly in a holiday asks for nothing; one belongs to the campaign by its patrol day.
  HAVING workdays > 0
    AND patrol_day BETWEEN any_value(first_day) AND any_value(last_day)
),
kept AS (
  SELECT unit, CAST(date_trunc('week', patrol_date) AS DATE) AS monday, patrol_date, list(DISTINCT session) AS sessions
  FROM patrol
  WHERE patrol_date IS NOT NULL
  GROUP BY ALL
),
moved AS (
  -- Both sessions on another working day of the week serve it.
  SELECT DISTINCT unit, monday
  FROM kept
  WHERE list_has_all(sessions, ['晨', '夕'])
    AND is_workday(patrol_date)
),
unclear AS (
  SELECT unit,
         count(*) FILTER (patrol_date IS NULL) AS undated,
         list(DISTINCT CAST(date_trunc('week', patrol_date) AS DATE)) FILTER (session IS NULL AND patrol_date IS NOT NULL) AS weeks
  FROM patrol
  GROUP BY unit
),
asked AS (
  SELECT unit.unit, unit.team, unit._row, week.*, unnest(['晨', '夕']) AS session
  FROM (SELECT unit, CASE WHEN $per_team THEN any_value(team) ELSE '全局' END AS team, min(_row) AS _row
        FROM patrol
        GROUP BY unit) AS unit
  CROSS JOIN week
)
SELECT asked._row,
       concat_ws('|', asked.unit, strftime(asked.monday, '%G-%V'), asked.session) AS key,
       asked.team,
       strftime(asked.monday, '%G年第%V') AS week,
       patrol_day,
       asked.session,
       asked.team AS owner,
       asked.monday + 6 AS due,
       patrol_day AS fact_date,
       CASE WHEN list_contains(own.sessions, asked.session) OR moved.unit IS NOT NULL THEN 'ok'
            WHEN asked.monday + 6 > as_of() THEN 'pending'
            WHEN asked.unit = '' OR unclear.undated > 0 OR list_contains(unclear.weeks, asked.monday) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM asked
LEFT JOIN kept AS own ON own.unit = asked.unit AND own.patrol_date = asked.patrol_day
LEFT JOIN moved ON moved.unit = asked.unit AND moved.monday = asked.monday
LEFT JOIN unclear ON unclear.unit = asked.unit
