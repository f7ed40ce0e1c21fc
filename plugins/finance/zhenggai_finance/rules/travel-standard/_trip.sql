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
