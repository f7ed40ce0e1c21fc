SELECT _row, name, norm_name(name) AS person, intended_post, decision_date
FROM cadre.selection_register
WHERE kind IN ('提拔', '进一步使用')
  AND in_period(decision_date) IS NOT FALSE
