WITH money AS (
  SELECT *,
         regexp_matches(before, '合计|共计|总计|总额|总金额|共$|^共') AS is_total,
         contains(substr(sentence, 1, coalesce(nullif(position(text IN sentence), 0), 1)), '其中') AS within
  FROM rectification.report_claims
  WHERE counts = '金额'
    AND NOT vague
),
total AS (
  SELECT *, count(*) OVER (PARTITION BY document, item, sentence) AS totals
  FROM money
  WHERE is_total
),
summed AS (
  SELECT total._row,
         total.document,
         total.report,
         total.item,
         total.title,
         total.n,
         total.sentence,
         total.text AS total_text,
         total.value AS stated,
         total.approximate,
         0.5 * total.factor / power(10, total.decimals) AS rounding,
         count(*) AS parts,
         bool_or(part.within) AS within,
         bool_or(part.value IS NULL) OR total.value IS NULL AS unknown,
         sum(part.value) AS added
  FROM total
  JOIN money AS part
    ON part.document = total.document AND part.item = total.item AND part.sentence = total.sentence
    AND NOT part.is_total
    -- Parts stand before a total that sums them up, or after one that is broken down.
    AND (part.place < total.place OR part.within)
  WHERE total.totals = 1
  GROUP BY total._row, total.document, total.report, total.item, total.title, total.n, total.sentence,
           total.text, total.value, total.approximate, total.factor, total.decimals
)
SELECT _row,
       concat_ws('|', report, title, total_text, sentence) AS key,
       report,
       title,
       total_text,
       added,
       abs(stated - added) AS amount,
       sentence,
       CASE WHEN unknown THEN 'gap'
            WHEN approximate <> '' THEN judge(abs(stated - added) <= 0.1 * stated)
            -- 其中 need not name every part, but parts cannot exceed the whole.
            WHEN within THEN judge(added <= stated + rounding)
            ELSE judge(abs(stated - added) <= rounding) END AS verdict
FROM summed
WHERE parts >= 2
