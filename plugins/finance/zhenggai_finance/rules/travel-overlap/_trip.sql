SELECT norm_text(form_no) AS form,
       norm_text(person) AS who,
       min(_row) AS row_id,
       list(_row ORDER BY depart_date, _row) AS rows,
       any_value(person) AS person,
       any_value(upper(id_card)) AS id_card,
       any_value(norm_text(department)) AS section,
       min(depart_date) AS depart_date,
       max(return_date) AS return_date,
       count(*) > count(depart_date) OR count(*) > count(return_date) AS undated,
       sum(meal_days) AS meal_days,
       sum(city_days) AS city_days,
       string_agg(DISTINCT city, '、') AS city,
       concat_ws('至', min(depart_date), max(return_date)) || '出差' || coalesce(string_agg(DISTINCT city, '、'), '') AS told
FROM finance.travel_reimbursement
GROUP BY norm_text(form_no), norm_text(person)
