SELECT list(_row ORDER BY _row) AS _rows,
       upper(norm_text(id_card)) AS key,
       any_value(person_name) AS person_name,
       any_value(id_card) AS id_card,
       count(DISTINCT norm_name(subject_name)) AS times,
       string_agg(DISTINCT subject_name, '、' ORDER BY subject_name) AS units,
       CASE WHEN times > $max_units THEN 'doubt'
            WHEN times + count(*) - count(subject_name) > $max_units THEN 'gap'
            ELSE 'ok' END AS verdict
FROM food.safety_staff_register
WHERE role = '食品安全员'
  AND id_card IS NOT NULL
GROUP BY upper(norm_text(id_card))
