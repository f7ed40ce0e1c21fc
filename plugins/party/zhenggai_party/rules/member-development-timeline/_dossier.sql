-- Dossiers that were open in the period.
SELECT development.*, coalesce(unread.fields, []) AS unclear
FROM party.development AS development
LEFT JOIN unread USING (_row)
WHERE coalesce(full_approve_to >= period_start(), TRUE)
  AND coalesce(apply_date_from <= period_end(), TRUE)
