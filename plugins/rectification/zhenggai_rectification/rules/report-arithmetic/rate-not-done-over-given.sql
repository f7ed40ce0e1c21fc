WITH stated AS (
  SELECT *,
         CASE WHEN absorbed AND done + coalesce(basic, 0) <= given THEN [done, done + coalesce(basic, 0)] ELSE [done] END AS counted
  FROM rectification.report_summary
  WHERE rate IS NOT NULL
    OR regexp_matches(totals_sentence, '(完成|整改)率')
),
rates AS (
  -- Half is rounded up at the last decimal that the report shows, in whole numbers throughout.
  SELECT *,
         list_transform(counted, lambda one:
           CAST((2 * one * 100 * CAST(power(10, rate_decimals) AS BIGINT) + given) // (2 * given) AS DOUBLE) / power(10, rate_decimals)) AS possible
  FROM stated
)
SELECT _row,
       report AS key,
       report,
       given,
       done,
       rate,
       round(possible[1], 4) AS expected,
       CASE WHEN rate IS NULL OR given IS NULL OR given = 0 OR done IS NULL THEN 'gap'
            ELSE judge(list_bool_or(list_transform(possible, lambda one: abs(one - CAST(rate AS DOUBLE)) <= $tol + 1e-9))) END AS verdict
FROM rates
