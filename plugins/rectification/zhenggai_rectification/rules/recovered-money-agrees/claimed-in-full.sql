WITH full_claims AS (
  SELECT measure._row, measure.document, measure.item, measure.report, measure.title, measure.measure,
         regexp_extract(measure.text, '[^。；]*(全部|全额|足额)[^。；]*', 0) AS sentence
  FROM rectification.report_measures AS measure
  WHERE measure.kind IN ('问题', '具体问题')
    AND regexp_matches(measure.text, '(全部|全额|足额)[^。；]{0,10}(收缴|清退|退回|退还|追回|退清|追缴)')
)
SELECT full_claims._row,
       concat_ws('|', full_claims.report, full_claims.title, full_claims.measure) AS key,
       full_claims.report, full_claims.title, full_claims.sentence,
       sum(money.due) AS owed, sum(money.paid) AS paid, sum(money.due) - sum(money.paid) AS amount,
       CASE WHEN count(money._row) = 0 OR count(money.due) < count(money._row) OR count(money.paid) < count(money._row) THEN 'gap'
            ELSE judge(sum(money.paid) >= sum(money.due)) END AS verdict
FROM full_claims
LEFT JOIN numbers ON numbers.document = full_claims.document AND numbers.item = full_claims.item
LEFT JOIN rectification.recovered_money AS money ON norm_text(money.problem_id) = numbers.number AND NOT regexp_matches(money.item, '利息|滞纳金')
GROUP BY full_claims._row, full_claims.document, full_claims.report, full_claims.title, full_claims.measure, full_claims.sentence
