WITH best AS (
  SELECT finding, max(likeness) AS likeness
  FROM likeness
  GROUP BY finding
)
SELECT listed._row,
       listed.finding,
       CASE WHEN (SELECT count(*) FROM fed_back) = 0 THEN 'gap'
            ELSE judge(coalesce(best.likeness, 0) >= $match_min) END AS verdict
FROM listed
LEFT JOIN best ON best.finding = listed.finding
WHERE listed.source IS NULL
   OR listed.source = '巡察'
