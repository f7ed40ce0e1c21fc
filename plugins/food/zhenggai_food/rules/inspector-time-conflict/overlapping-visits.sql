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
),
placed AS (
  SELECT *,
         norm_name(subject_name) AS called,
         nullif(regexp_extract(norm_text(address), '^.*?\d+号?'), '') AS door,
         -- 东门农贸市场 of 东门农贸市场张记: stalls of one market are one place.
         list_filter(list_transform($same_place_words, lambda word:
           CASE WHEN contains(norm_name(subject_name), word) THEN split_part(norm_name(subject_name), word, 1) || word END),
           lambda one: one IS NOT NULL) AS markets
  FROM visit
  WHERE starts <= ends
),
pair AS (
  SELECT one._row,
         one.name,
         one.day,
         one.subject_name AS subject,
         another.subject_name AS other_subject,
         one.start_time || '—' || one.end_time AS span,
         another.start_time || '—' || another.end_time AS other_span,
         another._row AS other_row,
         one.station,
         least(one.ends, another.ends) - greatest(one.starts, another.starts) AS minutes,
         coalesce(one.door = another.door, FALSE) OR list_has_any(one.markets, another.markets) AS one_place
  FROM placed AS one
  JOIN placed AS another ON another.name = one.name AND another.day = one.day AND another._row > one._row
  WHERE one.called <> another.called
)
SELECT [_row, other_row] AS _rows,
       concat_ws('|', name, day, subject, other_subject) AS key,
       name,
       day,
       subject AS place,
       span,
       other_subject,
       other_span,
       greatest(minutes, 0) AS minutes,
       station AS owner,
       day AS fact_date,
       CASE WHEN one_place THEN 'ok' ELSE judge(minutes <= 0) END AS verdict
FROM pair
UNION ALL
-- Times that are written but cannot be read: whether they overlap is not known.
SELECT [_row], concat_ws('|', name, day, subject_name), name, day, subject_name, coalesce(start_time, '') || '—' || coalesce(end_time, ''),
       NULL, NULL, NULL, station, day, 'gap'
FROM visit
WHERE (start_time IS NOT NULL AND starts IS NULL) OR (end_time IS NOT NULL AND ends IS NULL)
