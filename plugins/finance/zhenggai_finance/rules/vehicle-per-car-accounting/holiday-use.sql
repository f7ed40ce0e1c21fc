SELECT _row,
       plate,
       out_time AS day,
       reason,
       users AS owner,
       out_time AS fact_date,
       CASE WHEN is_workday(out_time) IS NULL THEN 'gap'
            WHEN is_workday(out_time) THEN 'ok'
            WHEN len(list_filter($holiday_ok_words, lambda one: contains(norm_text(concat_ws(' ', reason, approver, remarks)), one))) > 0 THEN 'ok'
            WHEN reason IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM finance.vehicle_trip_log
WHERE in_period(out_time) IS NOT FALSE
