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
SELECT _row, name, birth_from AS birth, apply_date_from AS applied, apply_date_from AS fact_date,
       CASE WHEN apply_date_to < add_months(birth_from, 216) THEN 'violation'
            WHEN apply_date_from >= add_months(birth_to, 216) THEN 'ok'
            ELSE 'gap' END AS verdict
FROM dossier
