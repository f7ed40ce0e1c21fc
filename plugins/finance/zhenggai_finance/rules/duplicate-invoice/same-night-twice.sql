SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', norm_text(person), depart_date, norm_text(city)) AS key,
       any_value(person) AS person,
       depart_date,
       any_value(city) AS city,
       string_agg(DISTINCT form_no, '、' ORDER BY form_no) AS claims,
       any_value(person) AS owner,
       depart_date AS fact_date,
       CASE WHEN depart_date IS NULL OR norm_text(person) IS NULL OR norm_text(city) IS NULL THEN 'gap'
            WHEN count(DISTINCT norm_text(form_no)) > 1 THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM finance.travel_reimbursement
WHERE in_period(depart_date) IS NOT FALSE
  AND lodging_amount > 0
GROUP BY norm_text(person), depart_date, norm_text(city)
