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
SELECT _row, name,
       pre_review_from AS started,
       branch_meeting_from AS done,
       add_months(pre_review_to, 1) AS "limit",
       add_months(pre_review_to, 1) AS due,
       pre_review_from AS fact_date,
       CASE WHEN branch_meeting_from > "limit" THEN 'violation'
            WHEN branch_meeting_to <= add_months(pre_review_from, 1) THEN 'ok'
            WHEN branch_meeting_from IS NOT NULL OR list_contains(unclear, 'branch_meeting') THEN 'gap'
            WHEN as_of() <= "limit" THEN 'pending'
            ELSE 'violation' END AS verdict
FROM dossier
WHERE pre_review_from IS NOT NULL
