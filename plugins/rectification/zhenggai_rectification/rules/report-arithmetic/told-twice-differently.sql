WITH exact AS (
  SELECT *
  FROM rectification.report_claims
  WHERE kind IN ('问题', '具体问题')
    AND length(subject) >= 2
    AND approximate = ''
    AND NOT vague
    AND NOT growth
    AND unit NOT IN ('%', '分', '百分点', '个百分点')
),
pairs AS (
  SELECT one._row,
         other._row AS other_row,
         concat_ws('|', one.report, one.title, one.noun, one.n, other.noun, other.n) AS key,
         one.report,
         one.title,
         one.noun,
         one.text,
         other.noun AS other_noun,
         other.text AS other_text,
         one.value,
         other.value AS other_value
  FROM exact AS one
  LEFT JOIN exact AS other
    ON other.document = one.document AND other.item = one.item AND other.subject = one.subject AND other.unit = one.unit
    AND other.since = one.since
    AND other.n > one.n
    AND other.sentence <> one.sentence
)
SELECT list_filter([_row, other_row], lambda row: row IS NOT NULL) AS _rows,
       key,
       report,
       title,
       noun,
       text,
       other_noun,
       other_text,
       CASE WHEN other_row IS NULL THEN 'ok'
            WHEN value IS NULL OR other_value IS NULL THEN 'gap'
            ELSE judge(value = other_value) END AS verdict
FROM pairs
