SELECT list_concat(rows, [approval_row]) AS _rows,
       concat_ws('|', trip.form, trip.who) AS key,
       trip.person AS person,
       trip.form_no AS form_no,
       trip.depart_date AS depart_date,
       trip.return_date AS return_date,
       trip.city AS city,
       trip.person AS owner,
       trip.depart_date AS fact_date,
       approve_date,
       CASE WHEN approve_date <= start_date THEN 'ok'
            -- Approved on the way: undecided.
            WHEN approve_date IS NULL OR approve_date <= coalesce(end_date, trip.return_date) THEN 'gap'
            ELSE judge(approve_date <= start_date) END AS verdict
FROM trip
JOIN approved ON approved.form = trip.form AND approved.who = trip.who
