SELECT selected.*,
       coalesce(CAST(inspect_start AS VARCHAR), strftime(inspect_start_from, '%Y-%m')) AS inspected_on,
       coalesce(unread.fields, []) AS unread
FROM cadre.selection_register AS selected
LEFT JOIN (SELECT _row, list(field) AS fields FROM core.unread GROUP BY _row) AS unread
  ON unread._row = selected._row
WHERE kind = '提拔'
  AND in_period(decision_date) IS NOT FALSE
  -- Without any inspection steps-in-order tells the missing step.
  AND (inspect_start_from IS NOT NULL OR list_contains(unread.fields, 'inspect_start'))
