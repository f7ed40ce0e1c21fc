SELECT list(review._row ORDER BY review._row) FILTER (review._row IS NOT NULL)[1:1] AS _rows,
       quarter.label AS key, quarter.label AS quarter, any_value(quarter.last_day) AS due, least(any_value(quarter.last_day), as_of()) AS fact_date,
       CASE WHEN count(review._row) > 0 THEN 'ok'
            WHEN NOT any_value(quarter.ended) THEN 'pending'
            WHEN EXISTS (SELECT 1 FROM party.duty_reviews WHERE "year" IS NULL OR quarter IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM quarter
LEFT JOIN review ON review."year" = quarter.year_number AND review.quarter = quarter.quarter_number
GROUP BY quarter.label
