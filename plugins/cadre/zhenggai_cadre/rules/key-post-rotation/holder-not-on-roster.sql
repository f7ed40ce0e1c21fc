WITH known AS (
  SELECT DISTINCT norm_name(name) AS person
  FROM cadre.roster
),
holder AS (
  SELECT _row, unit, post, name, list_transform(split_names(name), lambda one: norm_name(one)) AS people
  FROM cadre.key_posts
  WHERE until IS NULL
),
missing AS (
  SELECT _row, string_agg(person, '、') AS unknown
  FROM (SELECT _row, unnest(people) AS person FROM holder)
  ANTI JOIN known USING (person)
  GROUP BY _row
)
SELECT holder._row, unit, post, coalesce(unknown, name) AS name,
       CASE WHEN name IS NULL THEN 'gap' ELSE judge(unknown IS NULL) END AS verdict
FROM holder
LEFT JOIN missing ON missing._row = holder._row
