WITH form AS (
  SELECT forms.*, coalesce(unread.fields, []) AS unread
  FROM cadre.appraisal_form AS forms
  LEFT JOIN (SELECT _row, list(field) AS fields FROM core.unread GROUP BY _row) AS unread ON unread._row = forms._row
)
SELECT _row,
       name,
       age,
       date_diff('month', birth_month, age_date) // 12 AS computed,
       age_date,
       form_date AS fact_date,
       -- In the very month of birth either figure may be right.
       judge(age = computed OR (age = computed - 1 AND month(birth_month) = month(age_date))) AS verdict
FROM form
WHERE age IS NOT NULL OR list_contains(unread, 'age')
