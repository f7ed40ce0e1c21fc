SELECT *, norm_text(person_name) AS name, upper(norm_text(id_card)) AS number
FROM food.safety_staff_register
WHERE role IN ('食品安全总监', '食品安全员')
