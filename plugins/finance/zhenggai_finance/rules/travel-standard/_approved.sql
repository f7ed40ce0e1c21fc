SELECT trip.form,
       trip.who,
       approval._row AS approval_row,
       start_date,
       end_date,
       destination,
       approve_date,
       concat_ws('；', approval.remarks, trip.remark) AS notes
FROM trip
JOIN finance.travel_approval AS approval
  ON norm_text(approval.person) = trip.who
 AND (norm_text(approval.form_no) = trip.approval_no
      OR (trip.approval_no IS NULL AND approval.start_date <= trip.return_date AND approval.end_date >= trip.depart_date))
QUALIFY row_number() OVER (PARTITION BY trip.form, trip.who ORDER BY abs(approval.start_date - trip.depart_date)) = 1
