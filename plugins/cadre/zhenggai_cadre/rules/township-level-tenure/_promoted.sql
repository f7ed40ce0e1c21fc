SELECT *, norm_name(name) AS person,
       norm_text(exceptional) NOT IN ('否', '无', '不是', '-', '—', '--', '/') AS excepted
FROM cadre.selection_register
WHERE kind = '提拔'
  AND in_period(decision_date) IS NOT FALSE
