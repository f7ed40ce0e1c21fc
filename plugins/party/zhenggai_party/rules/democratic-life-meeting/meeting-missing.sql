SELECT coalesce(meeting.papers, []) AS _rows,
       year.label AS key, year.label AS year, meeting.held,
       try_cast((year(year.first_day) + 1)::VARCHAR || '-' || $late_until AS DATE) AS due,
       least(year.last_day, as_of()) AS fact_date,
       CASE WHEN meeting.held IS NOT NULL THEN 'ok'
            WHEN as_of() <= coalesce(try_cast((year(year.first_day) + 1)::VARCHAR || '-' || $late_until AS DATE), year.last_day) THEN 'pending'
            WHEN meeting.papers IS NOT NULL OR EXISTS (SELECT 1 FROM paper WHERE for_year IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM core.years AS year
LEFT JOIN meeting ON meeting.for_year = year(year.first_day) AND meeting.meeting_kind = '年度民主生活会'
