WITH section AS (
  SELECT name, regexp_replace(norm_name(name), '市场监督管理|市场监管|食品药品监督管理', '', 'g') AS spelled
  FROM core.sections
  UNION
  -- Without a list of the unit's own, the sections that the roster names.
  SELECT DISTINCT unit, regexp_replace(norm_name(unit), '市场监督管理|市场监管|食品药品监督管理', '', 'g')
  FROM cadre.roster
  WHERE NOT EXISTS (SELECT 1 FROM core.sections)
    AND unit IS NOT NULL
    AND NOT regexp_matches(norm_text(unit), '局领导|班子|局长|党组')
),
quarter AS (
  SELECT label, year(first_day) AS year_number, quarter(first_day) AS quarter_number, last_day, ended
  FROM core.quarters
),
-- Of two reviews of one section in a quarter the later counts.
review AS (
  SELECT *
  FROM (
    SELECT *, regexp_replace(norm_name(unit), '市场监督管理|市场监管|食品药品监督管理', '', 'g') AS spelled,
           row_number() OVER (PARTITION BY "year", quarter, regexp_replace(norm_name(unit), '市场监督管理|市场监管|食品药品监督管理', '', 'g') ORDER BY date DESC NULLS LAST, _row DESC) AS newest
    FROM party.duty_reviews
  )
  WHERE newest = 1
)
SELECT list_filter([review._row], lambda one: one IS NOT NULL) AS _rows,
       quarter.label || '|' || section.name AS key, section.name AS section, section.name AS owner, quarter.label AS quarter,
       quarter.last_day AS due, least(quarter.last_day, as_of()) AS fact_date,
       CASE WHEN review._row IS NOT NULL THEN 'ok'
            WHEN NOT quarter.ended THEN 'pending'
            WHEN EXISTS (SELECT 1 FROM party.duty_reviews WHERE "year" IS NULL OR quarter IS NULL OR unit IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM quarter
CROSS JOIN section
LEFT JOIN review
  ON review."year" = quarter.year_number AND review.quarter = quarter.quarter_number AND review.spelled = section.spelled
-- A quarter without any review is reported once.
WHERE EXISTS (SELECT 1 FROM review AS any_review WHERE any_review."year" = quarter.year_number AND any_review.quarter = quarter.quarter_number)
UNION ALL
SELECT NULL, 'total', '单位内设机构名单', NULL, NULL, NULL, NULL, 'gap'
WHERE NOT EXISTS (SELECT 1 FROM section)
