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
stated AS (
  SELECT _row, document, report, noun, unit, value AS total
  FROM rectification.report_claims
  WHERE kind NOT IN ('问题', '具体问题')
    AND NOT masked
    AND value IS NOT NULL
    AND NOT growth
),
listed AS (
  SELECT claim.document,
         claim.noun,
         claim.unit,
         claim.item,
         claim.value,
         claim.masked,
         coalesce(tuple.cited_key, 'item ' || claim.item || ' ' || claim.n) AS result
  FROM rectification.report_claims AS claim
  LEFT JOIN tuple ON tuple.document = claim.document AND tuple.item = claim.item AND tuple.n = claim.n
  WHERE claim.kind IN ('问题', '具体问题')
),
once AS (
  SELECT document, noun, unit, result, max(value) AS value, sum(value) AS added, count(*) AS times, bool_or(value IS NULL) AS unknown
  FROM listed
  GROUP BY document, noun, unit, result
),
summed AS (
  SELECT document,
         noun,
         unit,
         sum(value) AS distinct_sum,
         sum(added) AS added,
         sum(added) - sum(value) AS twice,
         sum(times) AS times,
         bool_or(unknown) AS unknown
  FROM once
  GROUP BY document, noun, unit
)
SELECT stated._row,
       concat_ws('|', stated.report, stated.noun, stated.unit) AS key,
       stated.report,
       stated.noun,
       stated.unit,
       stated.total,
       summed.added,
       summed.twice,
       summed.distinct_sum,
       CASE WHEN summed.unknown THEN 'gap'
            ELSE judge(NOT (summed.twice > 0 AND stated.total = summed.added)) END AS verdict
FROM stated
JOIN summed ON summed.document = stated.document AND summed.noun = stated.noun AND summed.unit = stated.unit
WHERE summed.times >= 2
