SELECT _row,
       inspect_date AS day,
       subject_name,
       start_time,
       end_time,
       station AS owner,
       inspect_date AS fact_date,
       CASE WHEN starts IS NULL OR ends IS NULL THEN 'gap'
            WHEN ends < starts THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM (
  SELECT _row, inspect_date, subject_name, start_time, end_time, station,
         CASE WHEN regexp_matches(start_time, '\d{1,2}\s*[:：时点]')
              THEN TRY_CAST(regexp_extract(start_time, '(\d{1,2})\s*[:：时点]', 1) AS INTEGER) * 60
                   + coalesce(TRY_CAST(regexp_extract(start_time, '[:：时点]\s*(\d{1,2})', 1) AS INTEGER), 0) END AS starts,
         CASE WHEN regexp_matches(end_time, '\d{1,2}\s*[:：时点]')
              THEN TRY_CAST(regexp_extract(end_time, '(\d{1,2})\s*[:：时点]', 1) AS INTEGER) * 60
                   + coalesce(TRY_CAST(regexp_extract(end_time, '[:：时点]\s*(\d{1,2})', 1) AS INTEGER), 0) END AS ends
  FROM food.inspection_ledger
  WHERE in_period(inspect_date) IS NOT FALSE
  UNION ALL
  SELECT _row, patrol_date, subject_name, start_time, end_time, team,
         CASE WHEN regexp_matches(start_time, '\d{1,2}\s*[:：时点]')
              THEN TRY_CAST(regexp_extract(start_time, '(\d{1,2})\s*[:：时点]', 1) AS INTEGER) * 60
                   + coalesce(TRY_CAST(regexp_extract(start_time, '[:：时点]\s*(\d{1,2})', 1) AS INTEGER), 0) END,
         CASE WHEN regexp_matches(end_time, '\d{1,2}\s*[:：时点]')
              THEN TRY_CAST(regexp_extract(end_time, '(\d{1,2})\s*[:：时点]', 1) AS INTEGER) * 60
                   + coalesce(TRY_CAST(regexp_extract(end_time, '[:：时点]\s*(\d{1,2})', 1) AS INTEGER), 0) END
  FROM food.patrol_log
  WHERE in_period(patrol_date) IS NOT FALSE
)
WHERE start_time IS NOT NULL
  AND end_time IS NOT NULL
