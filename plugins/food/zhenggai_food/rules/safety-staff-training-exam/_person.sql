SELECT _row, norm_name(subject_name) AS name, CAST(NULL AS VARCHAR) AS code
FROM food.safety_staff_register
