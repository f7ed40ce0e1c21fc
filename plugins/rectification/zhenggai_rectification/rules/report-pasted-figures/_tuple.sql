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
