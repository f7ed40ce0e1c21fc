SELECT chosen._row,
       coalesce(max(check_date) FILTER (check_date <= decision_date), min(check_date)) AS on_day
FROM chosen
JOIN cadre.personal_matters_register AS matter ON norm_name(matter.name) = chosen.person
  AND (matter.id_card <> chosen.id_card) IS NOT TRUE
GROUP BY chosen._row
