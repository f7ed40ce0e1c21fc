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
       activist_date_from AS started,
       object_date_from AS done,
       add_months(activist_date_from, 12) AS "limit",
       object_date_from AS fact_date,
       CASE WHEN object_date_to < "limit" THEN 'violation'
            WHEN object_date_from >= add_months(activist_date_to, 12) THEN 'ok'
            ELSE 'gap' END AS verdict
FROM dossier
WHERE object_date_from IS NOT NULL
  AND (activist_date_from IS NOT NULL OR list_contains(unclear, 'activist_date'))
