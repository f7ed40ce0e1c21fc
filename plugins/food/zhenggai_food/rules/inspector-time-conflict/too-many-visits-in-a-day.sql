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
