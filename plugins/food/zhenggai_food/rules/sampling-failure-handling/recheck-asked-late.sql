SELECT _row,
       sample_no,
       product_name,
       delivered,
       recheck_applied,
       report_received AS fact_date,
       CASE WHEN workdays_between(delivered, recheck_applied) > $recheck_workdays THEN 'doubt'
            WHEN workdays_between(delivered, recheck_applied) IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM food.sampling_failure_ledger
WHERE in_period(report_received) IS NOT FALSE
  AND recheck_applied IS NOT NULL
  AND recheck_result IS DISTINCT FROM '不予受理'
