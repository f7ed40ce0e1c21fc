WITH stated AS (
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
