SELECT selected.*, coalesce(unread.fields, []) AS unread,
       coalesce(CAST(talk_date AS VARCHAR), strftime(talk_date_from, '%Y-%m')) AS talked_on
FROM cadre.selection_register AS selected
LEFT JOIN (SELECT _row, list(field) AS fields FROM core.unread GROUP BY _row) AS unread
  ON unread._row = selected._row
WHERE kind IN ('提拔', '进一步使用', '平级交流')
  AND in_period(decision_date) IS NOT FALSE
  -- Before the document is issued no talk is due.
  AND (doc_date IS NOT NULL OR list_contains(unread.fields, 'doc_date'))
