WITH chained AS (
  SELECT *,
         lag(closing) OVER account AS before_closing,
         lag(year) OVER account AS before_year,
         lag(ends[1]) OVER account AS before_month
  FROM balance
  WHERE len(ends) = 1
  WINDOW account AS (PARTITION BY code ORDER BY year, ends[1])
)
SELECT _row,
       year,
       period,
       account_code,
       opening,
       before_closing,
       abs(opening - before_closing) AS amount,
       judge(abs(opening - before_closing) < $tolerance) AS verdict
FROM chained
WHERE (before_year = year AND before_month = ends[1] - 1)
   OR (before_year = year - 1 AND before_month >= 12 AND ends[1] = 1)
