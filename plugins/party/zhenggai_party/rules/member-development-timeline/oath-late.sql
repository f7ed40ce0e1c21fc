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
       approve_date_from AS started,
       oath_date_from AS done,
       add_months(approve_date_to, 1) AS "limit",
       add_months(approve_date_to, 1) AS due,
       approve_date_from AS fact_date,
       CASE WHEN oath_date_from > "limit" THEN 'violation'
            WHEN oath_date_to <= add_months(approve_date_from, 1) THEN 'ok'
            WHEN oath_date_from IS NOT NULL OR list_contains(unclear, 'oath_date') THEN 'gap'
            WHEN as_of() <= "limit" THEN 'pending'
            ELSE 'violation' END AS verdict
FROM dossier
WHERE approve_date_from IS NOT NULL
