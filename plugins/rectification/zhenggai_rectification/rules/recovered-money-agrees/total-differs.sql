WITH told AS (
  SELECT claim._row, claim.document, claim.item, claim.kind, claim.report, coalesce(nullif(claim.title, ''), claim.kind) AS title, claim.measure,
         claim.before, claim.text, claim.value, claim.factor, claim.decimals, claim.approximate, claim.sentence, summary.report_date,
         claim.kind NOT IN ('问题', '具体问题') AS whole
  FROM rectification.report_claims AS claim
  JOIN rectification.report_summary AS summary ON summary.document = claim.document
  WHERE claim.unit = '元'
    AND regexp_matches(claim.before, '退款|清退|收缴|追缴|退回|追回|退还|退缴')
),
summed AS (
  SELECT told._row, told.document, told.item, told.sentence, told.text, told.before,
         sum(money.paid) AS paid, sum(money.due) AS owed, count(money._row) AS kept,
         count(*) FILTER (money._row IS NOT NULL AND money.paid IS NULL) AS unpaid_unknown
  FROM told
  LEFT JOIN numbers ON numbers.document = told.document AND numbers.item = told.item
  LEFT JOIN rectification.recovered_money AS money
    ON (told.whole OR norm_text(money.problem_id) = numbers.number)
    AND (money.date IS NULL OR told.report_date IS NULL OR money.date <= told.report_date)
    AND NOT regexp_matches(money.item, '利息|滞纳金')
  GROUP BY ALL
)
SELECT told._row,
       concat_ws('|', told.report, told.title, told.measure, told.before) AS key,
       told.report, told.title, told.before, told.text, coalesce(summed.paid, 0) AS paid, abs(told.value - coalesce(summed.paid, 0)) AS amount,
       CASE WHEN told.value IS NULL OR summed.kept = 0 OR summed.unpaid_unknown > 0 THEN 'gap'
            WHEN told.approximate IN ('近', '将近') THEN judge(summed.paid BETWEEN 0.9 * told.value AND told.value)
            WHEN told.approximate IN ('约', '大约', '左右') THEN judge(abs(summed.paid - told.value) <= 0.1 * told.value)
            WHEN told.approximate <> '' THEN judge(summed.paid BETWEEN told.value AND 1.1 * told.value)
            -- The ledger's sum is rounded half up to the unit and decimals that the report shows.
            ELSE judge(floor(CAST(summed.paid AS DOUBLE) * power(10, told.decimals) / told.factor + 0.5 + 1e-9)
                       = round(CAST(told.value AS DOUBLE) * power(10, told.decimals) / told.factor)) END AS verdict
FROM told
JOIN summed ON summed._row = told._row AND summed.text = told.text AND summed.before = told.before AND summed.sentence = told.sentence
