WITH regulation AS (
  SELECT *,
         coalesce(issue_date, issued_on) AS issued
  FROM finance.policy_document
  WHERE contains(title, '财务')
    AND regexp_matches(title, '制度|办法|规定|规范')
), newest AS (
  SELECT *,
         norm_text(replace(coalesce(text, ''), coalesce(title, ''), '')) AS body,
         length(trim(coalesce(text, ''))) < 40 AS unreadable,
         bool_or(issued IS NULL) OVER () AS some_undated
  FROM regulation
  QUALIFY row_number() OVER (ORDER BY issued DESC NULLS LAST, _row) = 1
), resolved AS (
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
