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
