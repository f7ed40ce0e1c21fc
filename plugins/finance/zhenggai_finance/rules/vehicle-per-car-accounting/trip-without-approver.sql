SELECT _row,
       plate,
       out_time AS day,
       destination,
       users AS owner,
       out_time AS fact_date,
       judge(approver IS NOT NULL) AS verdict
FROM finance.vehicle_trip_log
WHERE in_period(out_time) IS NOT FALSE
