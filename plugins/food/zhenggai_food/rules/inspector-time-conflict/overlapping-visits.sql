WITH placed AS (
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
