SELECT _row,
       sample_no,
       product_name,
       concat_ws('；',
         CASE WHEN delivered < report_received THEN '送达' || delivered || '早于收到报告' || report_received END,
         CASE WHEN started < report_received THEN '启动' || started || '早于收到报告' || report_received END,
         CASE WHEN completed < started THEN '完成' || completed || '早于启动' || started END,
         CASE WHEN completed < report_received THEN '完成' || completed || '早于收到报告' || report_received END) AS what,
       report_received AS fact_date,
       CASE WHEN what <> '' THEN 'violation'
            WHEN report_received IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM food.sampling_failure_ledger
WHERE in_period(report_received) IS NOT FALSE
