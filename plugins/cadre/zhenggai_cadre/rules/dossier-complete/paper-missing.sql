WITH -- Tables that are themselves papers of the dossier.
listed AS (
  SELECT '任免审批表' AS paper, norm_name(name) AS person FROM cadre.appraisal_form
  UNION
  SELECT '档案审核表', norm_name(name) FROM cadre.archive_review
  UNION
  SELECT '民主推荐结果', norm_name(name) FROM cadre.recommendation_tally
),
-- Files that no evidence claimed: their names alone speak.
files AS (
  SELECT paper, norm_text(path) AS words
  FROM core.sources
  JOIN demanded ON regexp_matches(norm_text(regexp_extract(path, '[^/]*$')), pattern)
  WHERE regexp_matches(lower(path), '[.](pdf|jpe?g|png|tiff?)$')
),
found AS (
  SELECT chosen._row, paper
  FROM chosen
  JOIN known ON contains(words, person)
    -- Minutes of another meeting are not the minutes of this decision.
    AND (held_on = decision_date) IS NOT FALSE
  UNION
  SELECT chosen._row, paper
  FROM chosen
  JOIN listed ON listed.person = chosen.person
  UNION
  SELECT chosen._row, paper
  FROM chosen
  JOIN files ON contains(words, person)
),
-- A scan of a whole batch may or may not name the person.
unread AS (
  SELECT DISTINCT paper
  FROM known
  WHERE characters < 30
)
SELECT chosen._row,
       demanded.paper AS subject,
       name,
       intended_post,
       demanded.paper AS paper,
       decision_date AS fact_date,
       CASE WHEN person IS NULL THEN 'gap'
            WHEN found.paper IS NOT NULL THEN 'ok'
            WHEN unread.paper IS NOT NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM chosen
CROSS JOIN demanded
LEFT JOIN found ON found._row = chosen._row AND found.paper = demanded.paper
LEFT JOIN unread ON unread.paper = demanded.paper
