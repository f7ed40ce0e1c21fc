WITH trip AS (
  -- Rows of one form and person are legs of one trip.
  SELECT norm_text(form_no) AS form,
         norm_text(person) AS who,
         list(_row ORDER BY depart_date, _row) AS rows,
         any_value(form_no) AS form_no,
         any_value(norm_text(approval_no)) AS approval_no,
         any_value(person) AS person,
         min(depart_date) AS depart_date,
         max(return_date) AS return_date,
         CASE WHEN count(*) = count(depart_date) AND count(*) = count(return_date)
                THEN max(return_date) - min(depart_date) + 1 END AS days,
         string_agg(DISTINCT city, '、') AS city,
         list(DISTINCT norm_text(city)) AS cities,
         sum(meal_days) AS meal_days,
         sum(city_days) AS city_days,
         sum(nights) AS nights,
         string_agg(remark, '；') AS remark
  FROM finance.travel_reimbursement
  GROUP BY norm_text(form_no), norm_text(person)
  HAVING bool_or(in_period(depart_date) IS NOT FALSE)
), approved AS (
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
)
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
