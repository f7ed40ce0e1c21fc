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
),
ranked AS (
  SELECT *,
         rank() OVER (PARTITION BY "year", quarter ORDER BY score DESC NULLS LAST) AS skipping,
         dense_rank() OVER (PARTITION BY "year", quarter ORDER BY score DESC NULLS LAST) AS dense,
         count(*) FILTER (score IS NULL) OVER (PARTITION BY "year", quarter) AS scoreless
  FROM review
)
SELECT _row, unit, "year" AS year, quarter, score, "rank" AS entered, skipping AS computed, unit AS owner, date AS fact_date,
       CASE WHEN score IS NULL OR "rank" IS NULL OR scoreless > 0 THEN 'gap'
            ELSE judge("rank" IN (skipping, dense)) END AS verdict
FROM ranked
WHERE ("year", quarter) IN (SELECT (year_number, quarter_number) FROM quarter)
