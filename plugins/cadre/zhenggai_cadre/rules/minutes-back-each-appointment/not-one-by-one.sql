SELECT _row, meeting_date, silent, meeting_date AS fact_date,
       CASE WHEN attendees IS NULL OR meeting_date IS NULL THEN 'gap' ELSE judge(silent IS NULL) END AS verdict
FROM meeting
LEFT JOIN silent ON silent.document = meeting._row
WHERE blanket
