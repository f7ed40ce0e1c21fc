SELECT one._row,
       concat_ws('|', one.report, one.title, one.noun, one.text, other.text) AS key,
       one.report,
       coalesce(nullif(one.title, ''), one.kind) AS title,
       one.noun,
       one.text,
       other.text AS exact_text,
       CASE WHEN one.masked OR other.masked THEN 'gap'
            ELSE judge(abs(one.value - other.value) <= 0.1 * other.value) END AS verdict
FROM rectification.report_claims AS one
JOIN rectification.report_claims AS other
  ON other.document = one.document AND other.item = one.item AND other.noun = one.noun AND other.unit = one.unit
WHERE one.approximate <> ''
  AND other.approximate = ''
  AND one.noun <> ''
  AND NOT one.vague
  AND NOT other.vague
