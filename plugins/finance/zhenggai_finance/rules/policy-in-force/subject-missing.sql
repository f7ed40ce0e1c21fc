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
       topic AS subject,
       title,
       replace(topic, '|', '或') AS topic,
       issued AS fact_date,
       CASE WHEN unreadable THEN 'gap'
            ELSE judge(len(list_filter(string_split(subjects.topic, '|'), lambda word: contains(body, norm_text(word)))) > 0) END AS verdict
FROM newest
CROSS JOIN (SELECT unnest($subjects) AS topic) AS subjects
