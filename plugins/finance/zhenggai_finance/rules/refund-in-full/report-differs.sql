WITH figure AS (
  SELECT '应退合计' AS what,
         sum(due_amount) AS found,
         $report_total AS claimed,
         count(*) > count(due_amount) AS unknown
  FROM finance.refund_cases
  UNION ALL
  SELECT '已退合计',
         sum(amount),
         $report_total,
         count(*) > count(amount)
  FROM finance.refund_ledger
  UNION ALL
  SELECT '问题件数',
         count(*),
         $report_count,
         FALSE
  FROM finance.refund_cases
)
SELECT what AS key,
       what,
       coalesce(found, 0) AS found,
       claimed,
       abs(coalesce(found, 0) - claimed) AS amount,
       CASE WHEN unknown THEN 'gap'
            ELSE judge(coalesce(found, 0) = claimed) END AS verdict
FROM figure
WHERE claimed > 0
