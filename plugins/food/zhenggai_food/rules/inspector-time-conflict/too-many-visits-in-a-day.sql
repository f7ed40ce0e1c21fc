WITH paper AS (
  SELECT _row, inspect_date AS day, subject_name, station, address, inspectors, start_time, end_time, 1 AS book
  FROM food.inspection_ledger
  WHERE in_period(inspect_date) IS NOT FALSE
  UNION ALL
  SELECT _row, patrol_date, subject_name, team, NULL, inspectors, start_time, end_time, 2
  FROM food.patrol_log
  WHERE in_period(patrol_date) IS NOT FALSE
),
named AS (
  SELECT *, unnest(list_filter(
           flatten(list_transform(
             string_split_regex(replace(coalesce(inspectors, ''), '　', ' '), '[、，,；;/\n]+'),
             -- “张 三” is one name; any other blank parts two.
             lambda part: CASE WHEN regexp_full_match(trim(part), '\p{Han}\s+\p{Han}') THEN [regexp_replace(part, '\s+', '', 'g')]
                               ELSE string_split_regex(trim(part), '\s+') END)),
           lambda one: regexp_matches(one, '\p{Han}') AND NOT contains(one, '全体'))) AS written
  FROM paper
),
visit AS (
  SELECT * EXCLUDE (written, inspectors, book),
         regexp_replace(written, '[（(][^）)]*[）)]|等\d*[人名]?$|[0-9A-Za-z-]+', '', 'g') AS name,
         CASE WHEN regexp_matches(start_time, '\d{1,2}\s*[:：时点]')
              THEN TRY_CAST(regexp_extract(start_time, '(\d{1,2})\s*[:：时点]', 1) AS INTEGER) * 60
                   + coalesce(TRY_CAST(regexp_extract(start_time, '[:：时点]\s*(\d{1,2})', 1) AS INTEGER), 0) END AS starts,
         CASE WHEN regexp_matches(end_time, '\d{1,2}\s*[:：时点]')
              THEN TRY_CAST(regexp_extract(end_time, '(\d{1,2})\s*[:：时点]', 1) AS INTEGER) * 60
                   + coalesce(TRY_CAST(regexp_extract(end_time, '[:：时点]\s*(\d{1,2})', 1) AS INTEGER), 0) END AS ends
  FROM named
  -- One visit that stands in both books is one visit.
  QUALIFY book = 1
    OR bool_and(book = 2) OVER (PARTITION BY name, day, norm_name(subject_name))
)
SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', name, day) AS key,
       name,
       day,
       count(DISTINCT norm_name(subject_name)) AS times,
       string_agg(DISTINCT subject_name, '、' ORDER BY subject_name) AS subjects,
       any_value(station) AS owner,
       day AS fact_date,
       CASE WHEN day IS NULL THEN 'gap'
            WHEN times > $max_visits_per_day THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM visit
GROUP BY name, day
HAVING bool_or(starts IS NULL OR ends IS NULL)
