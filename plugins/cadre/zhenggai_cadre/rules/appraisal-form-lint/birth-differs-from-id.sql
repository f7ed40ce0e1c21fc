WITH form AS (
  SELECT forms.*, upper(norm_text(id_card)) AS number, unread.field IS NOT NULL AS unread
  FROM cadre.appraisal_form AS forms
  LEFT JOIN core.unread AS unread ON unread._row = forms._row AND unread.field = 'id_card'
)
SELECT _row,
       name,
       strftime(birth_month, '%Y-%m') AS born,
       substring(number, 7, 4) || '-' || substring(number, 11, 2) AS on_card,
       form_date AS fact_date,
       CASE WHEN number IS NULL OR NOT regexp_full_match(number, '[0-9]{17}[0-9X]') THEN 'gap'
            ELSE judge($allow_archive_birth OR strftime(birth_month, '%Y%m') = substring(number, 7, 6)) END AS verdict
FROM form
-- A form without the number has nothing to compare.
WHERE number IS NOT NULL OR unread
