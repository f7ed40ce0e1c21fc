WITH unread AS (
  SELECT _row, list(field) AS fields
  FROM core.unread
  GROUP BY _row
),
-- Dossiers that were open in the period.
dossier AS (
  SELECT development.*, coalesce(unread.fields, []) AS unclear
  FROM party.development AS development
  LEFT JOIN unread USING (_row)
  WHERE coalesce(full_approve_to >= period_start(), TRUE)
    AND coalesce(apply_date_from <= period_end(), TRUE)
)
SELECT _row, name, extended_months, full_meeting_from AS fact_date,
       judge(extended_months BETWEEN 6 AND 12) AS verdict
FROM dossier
WHERE extended_months > 0
   OR list_contains(unclear, 'extended_months')
