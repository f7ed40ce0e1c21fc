SELECT selected.*, norm_name(name) AS person, coalesce(unread.fields, []) AS unread
FROM cadre.selection_register AS selected
LEFT JOIN (SELECT _row, list(field) AS fields FROM core.unread GROUP BY _row) AS unread
  ON unread._row = selected._row
WHERE kind IN ('提拔', '进一步使用')
  AND in_period(decision_date) IS NOT FALSE
