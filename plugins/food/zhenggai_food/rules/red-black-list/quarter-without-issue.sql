WITH issue AS (
  SELECT _row, publish_date, norm_text(issue_no) AS number
  FROM food.red_black_list
),
since AS (
  SELECT date_trunc('quarter', min(publish_date)) AS first_quarter, count(*) FILTER (publish_date IS NULL) AS undated
  FROM issue
)
SELECT label AS key,
       label,
       count(DISTINCT number) AS found,
       any_value(last_day) AS due,
       any_value(last_day) AS fact_date,
       CASE WHEN count(DISTINCT number) >= $min_per_quarter THEN 'ok'
            WHEN NOT any_value(ended) THEN 'pending'
            WHEN any_value(undated) > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM core.quarters
CROSS JOIN since
LEFT JOIN issue ON publish_date BETWEEN first_day AND last_day
WHERE last_day >= first_quarter
GROUP BY label
