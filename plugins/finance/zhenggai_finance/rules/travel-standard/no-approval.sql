SELECT rows AS _rows,
       concat_ws('|', trip.form, trip.who) AS key,
       trip.person AS person,
       trip.form_no AS form_no,
       trip.depart_date AS depart_date,
       trip.return_date AS return_date,
       trip.city AS city,
       trip.person AS owner,
       trip.depart_date AS fact_date,
       coalesce(trip.approval_no, '未写') AS approval_no,
       CASE WHEN approved.approval_row IS NOT NULL THEN 'ok'
            WHEN trip.approval_no IS NULL AND (trip.days IS NULL OR trip.who IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM trip
LEFT JOIN approved ON approved.form = trip.form AND approved.who = trip.who
