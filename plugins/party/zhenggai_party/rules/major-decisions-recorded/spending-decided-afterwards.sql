WITH item AS (
  SELECT _row, kind, day, subject, supplier, amount,
         concat_ws('|', kind, day, supplier, subject) AS item_key,
         list_transform(subjects, lambda words: regexp_replace(norm_text(words), '研究|审议|讨论|关于|有关|事项|议题|项目|工作|支付|拨付|方案|情况|汇报|合同|款项|尾款|进度款|预付款|费用|经费|采购|购买|的|了|款|县|本局|我局|[^\p{L}0-9]', '', 'g')) AS gists,
         regexp_replace(norm_name(supplier), '(有限责任公司|股份有限公司|有限公司|公司|经营部|商行)$', '') AS short_name,
         CASE WHEN length(short_name) >= 3 THEN short_name ELSE norm_name(supplier) END AS firm_core
  FROM (
    SELECT _row, '支付' AS kind, day, subject, supplier, amount, subjects FROM payment
    UNION ALL
    SELECT _row, '合同', day, subject, supplier, amount, [subject] FROM contract
    UNION ALL
    SELECT _row, '项目', day, subject, supplier, amount, [subject] FROM works
    -- Works under a listed contract are looked at there.
    WHERE NOT EXISTS (SELECT 1 FROM finance.contract_ledger AS listed WHERE listed.contract_no = works.contract_no)
  )
  WHERE (amount >= $amount OR amount IS NULL)
    AND in_period(day) IS NOT FALSE
),
candidate AS (
  SELECT item.item_key,
         min(topic.date) FILTER (topic.date <= item.day AND topic.date >= item.day - $lookback) AS before,
         min_by(topic._row, topic.date) FILTER (topic.date <= item.day AND topic.date >= item.day - $lookback) AS before_row,
         min(topic.date) FILTER (topic.date > item.day) AS after,
         min_by(topic._row, topic.date) FILTER (topic.date > item.day) AS after_row,
         bool_or(topic.urgent IS NOT NULL AND topic.date > item.day AND topic.date <= item.day + 30) AS ratified
  FROM item
  JOIN topic
    ON topic.date BETWEEN item.day - $lookback AND item.day + 365
   AND (contains(topic.said, item.firm_core)
        OR list_bool_or(list_transform(item.gists, lambda gist:
             (length(gist) >= 4 AND contains(topic.gist, gist))
             OR (length(topic.gist) >= 4 AND contains(gist, topic.gist))))
        OR (topic.category IN ('大额资金', '重大项目', '重大决策') AND topic.amount BETWEEN 0.95 * item.amount AND 1.05 * item.amount))
  GROUP BY item.item_key
)
SELECT list_filter([item._row, coalesce(candidate.before_row, candidate.after_row)], lambda one: one IS NOT NULL) AS _rows,
       item.item_key AS key, item.kind, item.day, item.subject, item.supplier, item.amount, candidate.after, item.day AS fact_date,
       CASE WHEN candidate.before IS NOT NULL OR candidate.ratified THEN 'ok'
            WHEN EXISTS (SELECT 1 FROM unsure WHERE unsure.from_day <= item.day AND unsure.to_day >= item.day - $lookback) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM item
JOIN candidate USING (item_key)
