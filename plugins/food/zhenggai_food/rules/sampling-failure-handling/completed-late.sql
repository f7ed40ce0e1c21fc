WITH counted AS (
  SELECT *,
         -- A verdict turned or an objection upheld closes the case on its day.
         CASE WHEN recheck_result IN ('改判合格', '异议成立') THEN recheck_result_date ELSE completed END AS finished,
         greatest(
           report_received + CAST($handle_days
             + CASE WHEN recheck_applied IS NULL THEN 0
                    ELSE greatest(coalesce(recheck_result_date, as_of()) - recheck_applied, 0) END AS INTEGER),
           coalesce(extended_to, report_received)
         ) AS last_day
  FROM food.sampling_failure_ledger
  WHERE in_period(report_received) IS NOT FALSE
),
rolled AS (
  SELECT *, CASE WHEN $roll_to_workday THEN next_workday(last_day) ELSE last_day END AS latest
  FROM counted
)
SELECT _row,
       sample_no,
       product_name,
       report_received,
       finished,
       latest AS due,
       coalesce(finished || '才完成', '至今没有完成') || '，超期' || (coalesce(finished, as_of()) - latest) || '天' AS what,
       report_received AS fact_date,
       CASE WHEN coalesce(finished, as_of()) <= last_day THEN CASE WHEN finished IS NULL THEN 'pending' ELSE 'ok' END
            WHEN latest IS NULL THEN 'gap'
            WHEN finished IS NULL AND as_of() <= latest THEN 'pending'
            ELSE judge(coalesce(finished, as_of()) <= latest) END AS verdict
FROM rolled
