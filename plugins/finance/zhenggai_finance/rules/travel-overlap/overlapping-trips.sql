WITH trip AS (
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
), namesake AS (
  SELECT norm_text(person) AS who
  FROM finance.staff_roster
  GROUP BY norm_text(person)
  HAVING count(DISTINCT coalesce(id_card, department, CAST(_row AS VARCHAR))) > 1
), pair AS (
  SELECT a.row_id AS first_row,
         b.rows AS other_rows,
         b.told AS other_told,
         least(a.return_date, b.return_date) - greatest(a.depart_date, b.depart_date) + 1 AS shared,
         a.return_date = b.depart_date OR b.return_date = a.depart_date AS at_the_edge,
         greatest(a.return_date, b.return_date) - least(a.depart_date, b.depart_date) + 1 AS distinct_days,
         coalesce(a.meal_days, 0) + coalesce(b.meal_days, 0) AS meal_days,
         coalesce(a.city_days, 0) + coalesce(b.city_days, 0) AS city_days,
         a.meal_days <= a.return_date - a.depart_date + 1 AND b.meal_days <= b.return_date - b.depart_date + 1 AS meal_days_fit,
         a.city_days <= a.return_date - a.depart_date + 1 AND b.city_days <= b.return_date - b.depart_date + 1 AS city_days_fit,
         -- Two people of one name are told apart by number or section only.
         namesake.who IS NOT NULL AND (a.id_card IS NULL OR b.id_card IS NULL) AND (a.section IS NULL OR b.section IS NULL) AS unsure
  FROM trip AS a
  JOIN trip AS b ON b.who = a.who
  LEFT JOIN namesake ON namesake.who = a.who
  WHERE (a.depart_date, a.row_id) < (b.depart_date, b.row_id)
    AND b.depart_date <= a.return_date
    AND (a.id_card = b.id_card) IS NOT FALSE
    AND (namesake.who IS NULL OR (a.section = b.section) IS NOT FALSE)
), clash AS (
  SELECT * FROM pair WHERE shared >= 2 OR (shared = 1 AND NOT at_the_edge)
)
SELECT list_concat(trip.rows, coalesce(other_rows, [])) AS _rows,
       concat_ws('|', trip.form, trip.who, other_told) AS key,
       person,
       told AS first_trip,
       coalesce(other_told, '') AS second_trip,
       shared,
       person AS owner,
       depart_date AS fact_date,
       CASE WHEN clash.first_row IS NOT NULL THEN CASE WHEN unsure THEN 'gap' ELSE 'violation' END
            WHEN undated OR trip.who IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM trip
LEFT JOIN clash ON clash.first_row = trip.row_id
WHERE in_period(depart_date) IS NOT FALSE
