WITH resolved AS (
  SELECT DISTINCT newest._row
  FROM newest
  JOIN finance.decision_minutes AS minutes
    ON minutes.meeting_date BETWEEN newest.issued - CAST($topic_days AS INTEGER) AND newest.issued
  WHERE (contains(norm_text(minutes.topic), norm_text(newest.title)) OR contains(minutes.topic, '财务管理制度'))
    AND NOT regexp_matches(coalesce(decision, ''), '不同意|缓议|暂缓|不通过|未通过')
)
SELECT newest._row,
       title,
       issued,
       issued AS fact_date,
       CASE WHEN resolved._row IS NOT NULL THEN 'ok'
            WHEN issued IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM newest
LEFT JOIN resolved ON resolved._row = newest._row
