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
