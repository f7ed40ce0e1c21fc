SELECT _row,
       norm_name(school_name) AS name,
       nullif(upper(norm_text(uscc)), '') AS code
FROM food.education_school_list
