WITH ranked AS (
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
