SELECT *, norm_name(name) AS person, norm_text(exceptional) AS ground
FROM cadre.selection_register
WHERE norm_text(exceptional) NOT IN ('否', '无', '不是', '-', '—', '--', '/')
  AND (kind IN ('提拔', '进一步使用')) IS NOT FALSE
  AND in_period(decision_date) IS NOT FALSE
