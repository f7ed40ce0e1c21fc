SELECT list(study._row ORDER BY study._row) AS _rows,
       year.label AS key,
       year.label AS year,
       count(*) AS sessions,
       count(*) FILTER (nullif(trim(study.speakers), '') IS NULL) AS silent,
       count(*) FILTER (unread._row IS NOT NULL) AS unreadable,
       least(any_value(year.last_day), as_of()) AS fact_date,
       any_value(year.last_day) AS due,
       CASE WHEN 2 * (silent - unreadable) > sessions THEN 'violation'
            WHEN 2 * silent > sessions THEN 'gap'
            WHEN NOT any_value(year.ended) THEN 'pending'
            ELSE 'ok' END AS verdict
FROM party.study_group AS study
JOIN core.years AS year ON study.date BETWEEN year.first_day AND year.last_day
LEFT JOIN (SELECT DISTINCT _row FROM core.unread WHERE field = 'speakers') AS unread ON unread._row = study._row
WHERE study.form IN ('集体学习研讨', '专题讲座')
GROUP BY year.label
