SELECT _row, norm_name(subject_name) AS name, nullif(upper(norm_text(uscc)), '') AS code
FROM food.kitchen_camera_list
