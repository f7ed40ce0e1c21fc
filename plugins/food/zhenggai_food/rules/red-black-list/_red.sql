SELECT *, norm_name(subject_name) AS name, nullif(upper(norm_text(uscc)), '') AS code
FROM food.red_black_list
WHERE list_type = '红榜'
  AND in_period(publish_date) IS NOT FALSE
