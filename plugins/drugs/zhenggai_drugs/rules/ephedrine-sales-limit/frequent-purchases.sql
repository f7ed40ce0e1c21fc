WITH line AS (
  SELECT _row,
         sale_date,
         buyer_name,
         id_card,
         upper(norm_text(id_card)) AS buyer,
         TRY_CAST(regexp_extract(norm_text(qty), '^(\d+(?:\.\d+)?)(盒|瓶|袋|支|板|包)?$', 1) AS DECIMAL(12, 2)) AS packs
  FROM drugs.ephedrine_register
  WHERE rx_no IS NULL
    AND id_card IS NOT NULL
    AND sale_date <= period_end()
),
summed AS (
  SELECT *,
         sum(packs) OVER recent AS in_window,
         count(*) OVER recent - count(packs) OVER recent AS unread
  FROM line
  WINDOW recent AS (PARTITION BY buyer ORDER BY sale_date
                    RANGE BETWEEN to_days(CAST($window_days AS INTEGER) - 1) PRECEDING AND CURRENT ROW)
)
SELECT list(_row ORDER BY _row) AS _rows,
       buyer AS key,
       any_value(buyer_name) AS buyer_name,
       any_value(id_card) AS id_card,
       max(in_window) AS packs,
       arg_max(sale_date, in_window) AS up_to,
       CASE WHEN max(in_window) > $window_packs THEN 'doubt'
            WHEN max(unread) > 0 THEN 'gap'
            ELSE 'ok' END AS verdict
FROM summed
WHERE in_period(sale_date)
GROUP BY buyer
