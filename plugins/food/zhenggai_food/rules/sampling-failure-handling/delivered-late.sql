WITH counted AS (
  SELECT *, workdays_between(report_received, coalesce(delivered, as_of())) AS taken
  FROM food.sampling_failure_ledger
  WHERE in_period(report_received) IS NOT FALSE
)
SELECT _row,
       sample_no,
       product_name,
       report_received,
       delivered,
       add_workdays(report_received, $deliver_workdays) AS due,
       coalesce(delivered || '才送达', '至今没有送达记录') || '，超期' || (taken - $deliver_workdays) || '个工作日' AS what,
       report_received AS fact_date,
       CASE WHEN taken IS NULL THEN 'gap'
            WHEN delivered IS NOT NULL THEN judge(taken <= $deliver_workdays)
            WHEN taken <= $deliver_workdays THEN 'pending'
            ELSE 'violation' END AS verdict
FROM counted
