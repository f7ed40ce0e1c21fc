WITH line AS (
  SELECT *,
         TRY_CAST(regexp_extract(norm_text(qty), '^(\d+(?:\.\d+)?)(盒|瓶|袋|支|板|包)?$', 1) AS DECIMAL(12, 2)) AS packs,
         norm_name(pharmacy_name) AS store,
         upper(norm_text(id_card)) AS buyer,
         concat_ws('|', store, coalesce(norm_text(receipt_no), norm_text(sale_time), '')) AS one_sale
  FROM drugs.ephedrine_register
  WHERE in_period(sale_date)
    AND rx_no IS NULL
    AND id_card IS NOT NULL
)
SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', sale_date, buyer) AS key,
       any_value(buyer_name) AS buyer_name,
       any_value(id_card) AS id_card,
       sale_date,
       string_agg(DISTINCT pharmacy_name, '、' ORDER BY pharmacy_name) AS stores,
       count(DISTINCT one_sale) AS sales,
       sum(packs) AS packs,
       sale_date AS fact_date,
       CASE WHEN sales > 1 AND sum(packs) > $max_packs THEN 'doubt'
            WHEN sales > 1 AND count(packs) < count(*) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM line
GROUP BY sale_date, buyer
