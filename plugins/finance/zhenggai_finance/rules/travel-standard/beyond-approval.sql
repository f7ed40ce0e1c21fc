SELECT list_concat(rows, [approval_row]) AS _rows,
       concat_ws('|', trip.form, trip.who) AS key,
       trip.person AS person,
       trip.form_no AS form_no,
       trip.depart_date AS depart_date,
       trip.return_date AS return_date,
       trip.city AS city,
       trip.person AS owner,
       trip.depart_date AS fact_date,
       start_date,
       end_date,
       destination,
       CASE WHEN regexp_matches(notes, '变更|延期|改签|绕道经批') THEN 'ok'
            WHEN trip.depart_date < start_date OR trip.return_date > end_date THEN 'violation'
            WHEN len(list_filter(cities, lambda one: NOT contains(norm_text(destination), one) AND NOT contains(one, norm_text(destination)))) > 0 THEN 'violation'
            WHEN trip.days IS NULL OR start_date IS NULL OR end_date IS NULL OR destination IS NULL OR trip.city IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM trip
JOIN approved ON approved.form = trip.form AND approved.who = trip.who
