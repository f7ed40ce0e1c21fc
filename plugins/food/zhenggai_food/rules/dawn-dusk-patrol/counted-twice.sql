SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', patrol_date, session, norm_name(subject_name)) AS key,
       any_value(subject_name) AS subject_name,
       patrol_date,
       session,
       count(*) AS times,
       any_value(team) AS owner,
       patrol_date AS fact_date,
       CASE WHEN patrol_date IS NULL OR session IS NULL OR norm_name(subject_name) IS NULL THEN 'gap'
            ELSE judge(count(*) = 1) END AS verdict
FROM food.patrol_log
WHERE in_period(patrol_date) IS NOT FALSE
GROUP BY patrol_date, session, norm_name(subject_name)
