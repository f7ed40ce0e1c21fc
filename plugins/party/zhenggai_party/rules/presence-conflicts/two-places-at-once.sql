WITH event AS (
  SELECT _row, date, start_time, coalesce(minutes, $default_minutes) AS minutes, place, names AS attending, host, type AS what,
         regexp_replace(replace(norm_name(split_names(branch)[1]), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS held_by, FALSE AS whole_day
  FROM party.meetings
  UNION ALL
  SELECT _row, date, start_time, coalesce(minutes, $default_minutes), unit, leader, NULL, '调研', NULL,
         -- A visit without a time is of the whole day.
         start_time IS NULL AND coalesce(days, 1) >= 1
  FROM party.research_visits
  UNION ALL
  SELECT _row, date, NULL, $default_minutes, NULL, attendees, host, '中心组学习', '中心组', FALSE
  FROM party.study_group
  WHERE form IS DISTINCT FROM '个人自学'
),
timed AS (
  SELECT *,
         regexp_extract(norm_text(start_time), '([0-9]{1,2})(?:[:：时点])', 1) AS hour_text,
         regexp_extract(norm_text(start_time), '[0-9]{1,2}[:：时点]([0-9]{1,2})', 1) AS minute_text,
         CASE WHEN whole_day THEN 0 ELSE CASE WHEN hour_text = '' THEN NULL
              WHEN regexp_matches(norm_text(start_time), '下午|晚') AND hour_text::INTEGER < 12 THEN 60 * (hour_text::INTEGER + 12) + coalesce(try_cast(minute_text AS INTEGER), CASE WHEN contains(start_time, '半') THEN 30 ELSE 0 END)
              ELSE 60 * hour_text::INTEGER + coalesce(try_cast(minute_text AS INTEGER), CASE WHEN contains(start_time, '半') THEN 30 ELSE 0 END) END END AS starts,
         CASE WHEN whole_day THEN 1440 ELSE starts + minutes END AS ends
  FROM event
  WHERE in_period(date)
),
present AS (
  SELECT DISTINCT ON (_row, person) *
  FROM (
    SELECT *, norm_name(unnest(list_concat(split_names(attending), split_names(host)))) AS person
    FROM timed
  )
)
SELECT [a._row, b._row] AS _rows,
       concat_ws('|', a.person, a.date, a.what, coalesce(a.place, ''), b.what, coalesce(b.place, '')) AS key,
       a.person, a.person AS owner, a.date,
       coalesce(a.place, a.held_by) AS first_place, a.what AS first_what, coalesce(a.start_time, '全天') AS first_time,
       coalesce(b.place, b.held_by) AS second_place, b.what AS second_what, coalesce(b.start_time, '全天') AS second_time,
       a.date AS fact_date,
       CASE WHEN name_fits(a.place, b.place) THEN 'ok'
            -- Meetings of one branch without a place are taken to follow one another in one room.
            WHEN a.held_by = b.held_by AND (a.place IS NULL OR b.place IS NULL) THEN 'ok'
            WHEN (a.starts IS NULL AND NOT b.whole_day) OR (b.starts IS NULL AND NOT a.whole_day) THEN 'gap'
            WHEN least(a.ends, b.ends) - greatest(a.starts, b.starts) <= $tol_minutes THEN 'ok'
            WHEN (a.place IS NULL AND a.held_by IS DISTINCT FROM '中心组') OR (b.place IS NULL AND b.held_by IS DISTINCT FROM '中心组') THEN 'gap'
            ELSE 'violation' END AS verdict
FROM present AS a
JOIN present AS b ON b.person = a.person AND b.date = a.date AND a._row < b._row
