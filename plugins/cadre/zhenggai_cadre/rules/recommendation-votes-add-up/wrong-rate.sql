WITH rated AS (
  SELECT *, CASE WHEN round = '民主测评' THEN coalesce(excellent, votes) ELSE votes END AS votes_counted
  FROM cadre.recommendation_tally
  WHERE in_period(round_date) IS NOT FALSE
)
SELECT rated._row,
       name,
       post,
       round,
       round_date,
       present,
       votes_counted,
       round(rate * 100, 2) AS shown_rate,
       round(100.0 * votes_counted / nullif(present, 0), 2) AS true_rate,
       round_date AS fact_date,
       CASE WHEN rate IS NULL THEN 'gap'
            -- The share of an appraisal may be that of “excellent” or of “competent and above”.
            WHEN round = '民主测评' AND competent IS NOT NULL
             AND abs(rate * 100 - 100.0 * (excellent + competent) / nullif(present, 0)) <= $rate_tol THEN 'ok'
            ELSE judge(abs(rate * 100 - 100.0 * votes_counted / nullif(present, 0)) <= $rate_tol) END AS verdict
FROM rated
LEFT JOIN core.unread AS unread ON unread._row = rated._row AND unread.field = 'rate'
WHERE rate IS NOT NULL OR unread.field IS NOT NULL
