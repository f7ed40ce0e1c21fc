SELECT *, norm_name(name) AS person, norm_text(intended_post) AS wanted
FROM cadre.selection_register
WHERE kind = '提拔'
  AND in_period(decision_date) IS NOT FALSE
