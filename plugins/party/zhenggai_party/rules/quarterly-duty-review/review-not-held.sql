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
SELECT list(review._row ORDER BY review._row) FILTER (review._row IS NOT NULL)[1:1] AS _rows,
       quarter.label AS key, quarter.label AS quarter, any_value(quarter.last_day) AS due, least(any_value(quarter.last_day), as_of()) AS fact_date,
       CASE WHEN count(review._row) > 0 THEN 'ok'
            WHEN NOT any_value(quarter.ended) THEN 'pending'
            WHEN EXISTS (SELECT 1 FROM party.duty_reviews WHERE "year" IS NULL OR quarter IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM quarter
LEFT JOIN review ON review."year" = quarter.year_number AND review.quarter = quarter.quarter_number
GROUP BY quarter.label
