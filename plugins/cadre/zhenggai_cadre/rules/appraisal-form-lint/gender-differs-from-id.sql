WITH form AS (
  SELECT forms.*, upper(norm_text(id_card)) AS number, unread.field IS NOT NULL AS unread
  FROM cadre.appraisal_form AS forms
  LEFT JOIN core.unread AS unread ON unread._row = forms._row AND unread.field = 'id_card'
)
SELECT _row,
       name,
       gender,
       form_date AS fact_date,
       CASE WHEN number IS NULL OR NOT regexp_full_match(number, '[0-9]{17}[0-9X]') THEN 'gap'
            ELSE judge(gender = CASE WHEN CAST(substring(number, 17, 1) AS INTEGER) % 2 = 1 THEN '男' ELSE '女' END) END AS verdict
FROM form
-- A form without the number has nothing to compare.
WHERE number IS NOT NULL OR unread
