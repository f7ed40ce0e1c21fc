WITH line AS (
  SELECT *,
         TRY_CAST(regexp_extract(norm_text(qty), '^(\d+(?:\.\d+)?)(盒|瓶|袋|支|板|包)?$', 1) AS DECIMAL(12, 2)) AS packs,
         norm_name(pharmacy_name) AS store,
         upper(norm_text(id_card)) AS buyer,
         CASE WHEN receipt_no IS NOT NULL THEN concat_ws('|', 'receipt', store, sale_date, norm_text(receipt_no))
              WHEN buyer IS NULL THEN concat_ws('|', 'line', _row)
              WHEN sale_time IS NOT NULL THEN concat_ws('|', 'time', store, sale_date, norm_text(sale_time), buyer)
              -- Without receipt and time, two visits of one day cannot be told apart.
              ELSE concat_ws('|', 'day', store, sale_date, buyer) END AS one_sale
  FROM drugs.ephedrine_register
  WHERE in_period(sale_date) IS NOT FALSE
    AND rx_no IS NULL
)
SELECT list(_row ORDER BY _row) AS _rows,
       CASE WHEN starts_with(one_sale, 'line') THEN NULL ELSE one_sale END AS key,
       any_value(pharmacy_name) AS pharmacy_name,
       any_value(sale_date) AS sale_date,
       CASE WHEN any_value(receipt_no) IS NULL THEN '' ELSE '小票' || any_value(receipt_no) END AS sale,
       any_value(buyer_name) AS buyer_name,
       any_value(seller) AS owner,
       sum(packs) AS packs,
       string_agg(drug_name || ' ' || qty, '、' ORDER BY _row) AS drugs,
       any_value(sale_date) AS fact_date,
       CASE WHEN sum(packs) > $max_packs AND starts_with(one_sale, 'day') AND max(packs) <= $max_packs THEN 'doubt'
            WHEN sum(packs) > $max_packs THEN 'violation'
            WHEN count(packs) < count(*) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM line
GROUP BY one_sale
