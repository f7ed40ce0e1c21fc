SELECT *, norm_name(subject_name) AS name, nullif(upper(norm_text(uscc)), '') AS code,
       unnest(CASE WHEN len(split_names(basis_no)) > 0 THEN string_split_regex(basis_no, '[、，,；;\n]+') ELSE [''] END) AS cited
FROM food.red_black_list
WHERE list_type = '黑榜'
  AND in_period(publish_date) IS NOT FALSE
