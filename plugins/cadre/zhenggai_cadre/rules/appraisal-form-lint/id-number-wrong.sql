WITH form AS (
  SELECT forms.*, upper(norm_text(id_card)) AS number, unread.field IS NOT NULL AS unread
  FROM cadre.appraisal_form AS forms
  LEFT JOIN core.unread AS unread ON unread._row = forms._row AND unread.field = 'id_card'
)
SELECT _row,
       name,
       form_date AS fact_date,
       -- GB 11643: seventeen weights, remainder by eleven.
       CASE WHEN number IS NULL OR length(number) = 15 THEN 'gap'
            WHEN NOT regexp_full_match(number, '[0-9]{17}[0-9X]') THEN 'violation'
            ELSE judge(substring('10X98765432', CAST(list_sum(list_transform(
                   list_zip([7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2], string_split(left(number, 17), '')),
                   lambda pair: pair[1] * CAST(pair[2] AS INTEGER))) AS INTEGER) % 11 + 1, 1) = right(number, 1)) END AS verdict
FROM form
WHERE number IS NOT NULL OR unread
