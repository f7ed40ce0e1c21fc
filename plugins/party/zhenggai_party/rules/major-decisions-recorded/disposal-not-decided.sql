WITH disposal AS (
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
