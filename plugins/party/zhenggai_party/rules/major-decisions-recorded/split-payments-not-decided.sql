WITH small AS (
  SELECT *, sum(amount) OVER following AS total, count(*) OVER following AS times, list(_row) OVER following AS payment_rows,
         count(*) FILTER (amount IS NULL) OVER following AS unclear
  FROM payment
  WHERE (amount < $amount OR amount IS NULL)
    AND firm IS NOT NULL
    AND in_period(day)
  WINDOW following AS (PARTITION BY firm ORDER BY day RANGE BETWEEN CURRENT ROW AND INTERVAL 30 DAY FOLLOWING)
),
spell AS (
  SELECT *, row_number() OVER (PARTITION BY firm ORDER BY total DESC NULLS LAST, day) AS place
  FROM small
  WHERE times > 1
),
item AS (
  SELECT firm AS item_key, day, supplier, total AS amount, times, payment_rows, unclear,
         list_transform(subjects, lambda words: regexp_replace(norm_text(words), '研究|审议|讨论|关于|有关|事项|议题|项目|工作|支付|拨付|方案|情况|汇报|合同|款项|尾款|进度款|预付款|费用|经费|采购|购买|的|了|款|县|本局|我局|[^\p{L}0-9]', '', 'g')) AS gists,
         regexp_replace(firm, '(有限责任公司|股份有限公司|有限公司|公司|经营部|商行)$', '') AS short_name,
         CASE WHEN length(short_name) >= 3 THEN short_name ELSE firm END AS firm_core
  FROM spell
  WHERE place = 1
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
SELECT list_concat(item.payment_rows, list_filter([candidate.before_row], lambda one: one IS NOT NULL)) AS _rows,
       item.item_key AS key, item.supplier, item.day, item.times, item.amount, $amount AS "limit", item.day AS fact_date,
       CASE WHEN candidate.before IS NOT NULL THEN 'ok'
            WHEN item.amount >= $amount AND NOT EXISTS (SELECT 1 FROM unsure WHERE unsure.from_day <= item.day AND unsure.to_day >= item.day - $lookback) THEN 'violation'
            WHEN item.amount >= $amount OR item.unclear > 0 THEN 'gap'
            ELSE 'ok' END AS verdict
FROM item
LEFT JOIN candidate USING (item_key)
