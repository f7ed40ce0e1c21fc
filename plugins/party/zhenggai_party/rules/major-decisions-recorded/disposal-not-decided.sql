WITH topic AS (
  SELECT _row, date, category, amount, urgent,
         norm_text(concat_ws(' ', topic, decision)) AS said,
         regexp_replace(norm_text(topic), '研究|审议|讨论|关于|有关|事项|议题|项目|工作|支付|拨付|方案|情况|汇报|合同|款项|尾款|进度款|预付款|费用|经费|采购|购买|的|了|款|县|本局|我局|[^\p{L}0-9]', '', 'g') AS gist
  FROM party.party_group_topics
  WHERE date IS NOT NULL
),
-- Items of the agenda that cannot be read could be the one that is sought.
unsure AS (
  SELECT coalesce(date, DATE '1900-01-01') AS from_day, coalesce(date, DATE '9999-12-31') AS to_day
  FROM party.party_group_topics
  WHERE date IS NULL
     OR topic IS NULL
),
disposal AS (
  SELECT disposal_date AS day, disposal_doc, list(_row ORDER BY _row) AS asset_rows, count(*) AS assets,
         sum(value) AS amount, count(*) - count(value) AS unclear, any_value(asset_name) AS subject
  FROM finance.asset_ledger
  WHERE in_period(disposal_date)
  GROUP BY ALL
)
SELECT asset_rows AS _rows, concat_ws('|', disposal.day, disposal_doc) AS key, disposal.day, any_value(disposal.assets) AS assets,
       any_value(disposal.amount) AS amount, any_value(disposal.subject) AS subject, disposal.day AS fact_date,
       CASE WHEN any_value(disposal.amount) < $amount AND any_value(disposal.unclear) = 0 THEN 'ok'
            WHEN coalesce(bool_or(regexp_matches(topic.said, '处置|报废|报损|核销|拍卖|调拨')), FALSE) THEN 'ok'
            WHEN coalesce(any_value(disposal.amount), 0) < $amount OR EXISTS (SELECT 1 FROM unsure WHERE unsure.from_day <= disposal.day AND unsure.to_day >= disposal.day - $lookback) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM disposal
LEFT JOIN topic ON topic.date BETWEEN disposal.day - $lookback AND disposal.day
GROUP BY disposal.day, disposal_doc, asset_rows
