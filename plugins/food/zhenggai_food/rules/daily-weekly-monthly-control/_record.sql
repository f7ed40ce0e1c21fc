SELECT _row, norm_name(subject_name) AS name, CAST(NULL AS VARCHAR) AS code
FROM food.control_record
