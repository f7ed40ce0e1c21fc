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
