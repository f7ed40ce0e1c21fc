WITH counted AS (
  SELECT *,
         list_bool_or(list_transform($urgent_words, lambda word: contains(failed_item, word))) AS urgent,
         workdays_between(report_received, coalesce(started, as_of())) AS taken,
         coalesce(started, as_of()) - report_received AS days
  FROM food.sampling_failure_ledger
  WHERE in_period(report_received) IS NOT FALSE
)
SELECT _row,
       sample_no,
       product_name,
       failed_item,
       report_received,
       started,
       CASE WHEN urgent THEN report_received + $urgent_start_days
            ELSE add_workdays(report_received, $start_workdays) END AS due,
       coalesce(started || '才启动', '至今没有启动记录') AS what,
       report_received AS fact_date,
       CASE WHEN days IS NULL THEN 'gap'
            -- Without the failed item only what is late or in time either way is certain.
            WHEN urgent IS NULL AND days > $urgent_start_days AND (taken <= $start_workdays) IS NOT FALSE THEN 'gap'
            WHEN CASE WHEN urgent THEN days <= $urgent_start_days
                      WHEN urgent IS NULL AND days <= $urgent_start_days THEN TRUE
                      ELSE taken <= $start_workdays END
              THEN CASE WHEN started IS NULL THEN 'pending' ELSE 'ok' END
            WHEN NOT coalesce(urgent, FALSE) AND taken IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM counted
