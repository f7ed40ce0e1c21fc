WITH tuple AS (
  -- A figure belongs to the nearest title before it, if it stands within the window.
  SELECT claim._row,
         claim.document,
         claim.report,
         claim.item,
         claim.title,
         claim.n,
         claim.noun,
         claim.unit,
         claim.value,
         claim.masked,
         claim.text,
         claim.sentence,
         cite.cited,
         cite.cited_key,
         list_bool_or(list_transform($allowed, lambda word: contains(measure.text, word))) AS referred
  FROM rectification.report_citations AS cite
  JOIN rectification.report_claims AS claim
    ON claim.document = cite.document AND claim.item = cite.item
    AND claim.measure IS NOT DISTINCT FROM cite.measure
    AND claim.place >= cite.ends
    AND claim.place < cite.ends + $window
    AND claim.place < coalesce(cite.next_place, claim.place + 1)
  LEFT JOIN rectification.report_measures AS measure
    ON measure.document = claim.document AND measure.item = claim.item AND measure.measure = claim.measure
  WHERE cite.kind IN ('问题', '具体问题')
    AND cite.cited_key <> ''
    AND claim.noun <> ''
    AND NOT claim.growth
),
pairs AS (
  SELECT one._row,
         other._row AS other_row,
         concat_ws('|', one.report, one.cited_key, one.noun, one.title, other.title) AS key,
         one.report,
         one.title,
         other.title AS other_title,
         one.cited,
         one.noun,
         one.text,
         other.text AS other_text,
         one.sentence,
         other.sentence AS other_sentence,
         one.value,
         other.value AS other_value,
         one.masked,
         other.masked AS other_masked
  FROM tuple AS one
  LEFT JOIN tuple AS other
    ON other.document = one.document AND other.cited_key = one.cited_key AND other.noun = one.noun AND other.unit = one.unit
    AND other.item > one.item
    AND NOT coalesce(one.referred, FALSE)
    AND NOT coalesce(other.referred, FALSE)
)
SELECT list_filter([_row, other_row], lambda one: one IS NOT NULL) AS _rows,
       key,
       report,
       title,
       other_title,
       cited,
       noun,
       text,
       sentence,
       other_sentence,
       judge(other_row IS NULL) AS verdict
FROM pairs
WHERE other_row IS NULL
   OR value = other_value
   OR (masked AND other_masked)
