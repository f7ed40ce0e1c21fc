SELECT _row, name, intended_post, decision_date AS fact_date,
       judge(NOT list_contains(list_transform(split_names(talker), lambda one: norm_name(one)), norm_name(name))) AS verdict
FROM cadre.selection_register
WHERE kind IN ('提拔', '进一步使用', '平级交流')
  AND in_period(decision_date) IS NOT FALSE
  AND talker IS NOT NULL
