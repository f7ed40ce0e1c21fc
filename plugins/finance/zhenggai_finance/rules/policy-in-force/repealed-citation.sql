WITH old AS (
  SELECT split_part(one, '|', 1) AS old,
         split_part(one, '|', 2) AS successor,
         norm_text(regexp_extract(one, '^([^（(|]+)', 1)) AS name,
         norm_text(regexp_extract(split_part(one, '|', 1), '[（(]([^）)]+)[）)]', 1)) AS mark
  FROM (SELECT unnest($repealed) AS one)
)
-- A law cited without its year or number is taken as the one in force.
SELECT _row,
       old.old AS subject,
       title,
       old.old AS old,
       successor,
       issued AS fact_date,
       CASE WHEN unreadable THEN 'gap'
            WHEN contains(body, norm_text(successor)) THEN 'ok'
            WHEN old.mark = '' THEN judge(NOT contains(body, old.name))
            ELSE judge(NOT regexp_matches(body, regexp_escape(old.name) || '》?[^。；]{0,12}' || regexp_escape(old.mark))) END AS verdict
FROM newest
CROSS JOIN old
