WITH done AS (
  SELECT * FROM rectification.ledger WHERE status IN ('已完成', '已销号')
),
total AS (
  SELECT count(*) AS total, count(*) FILTER (completed_date IS NULL) AS undated FROM done
),
days AS (
  SELECT completed_date AS day, count(*) AS times, list(_row ORDER BY _row) AS _rows
  FROM done
  GROUP BY completed_date
)
SELECT days._rows,
       coalesce(CAST(days.day AS VARCHAR), 'undated') AS key,
       days.day, days.times, total.total,
       round(100.0 * days.times / total.total, 1) AS share,
       round(100 * $same_day_share, 1) AS allowed,
       CASE WHEN days.day IS NULL THEN 'gap'
            ELSE judge(days.times <= $same_day_share * total.total) END AS verdict
FROM days
CROSS JOIN total
WHERE total.total >= $min_rows
