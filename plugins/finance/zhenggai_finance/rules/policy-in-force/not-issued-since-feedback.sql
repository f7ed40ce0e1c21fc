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
)
SELECT _row,
       title,
       issued,
       issued AS fact_date,
       judge(issued >= CAST(nullif($after_date, '') AS DATE)) AS verdict
FROM newest
WHERE $after_date <> ''
