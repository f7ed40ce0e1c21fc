WITH sold AS (
  SELECT *, norm_name(pharmacy_name) AS store, day_in(sale_time) AS sold_on
  FROM drugs.rx_sale_export
  WHERE list_bool_or(list_transform($product_words, lambda word: contains(drug_name, word)))
    AND qty > 0 IS NOT FALSE
),
registered AS (
  SELECT DISTINCT norm_name(pharmacy_name) AS store
  FROM drugs.ephedrine_register
),
known AS (
  SELECT store FROM registered
  UNION
  SELECT sold.store
  FROM sold
  JOIN (SELECT unnest(list_transform(range(3, length(store)), lambda n: left(store, n))) AS store
        FROM registered) AS opening USING (store)
)
SELECT min(_row) AS _row,
       coalesce(sold.store, '') AS key,
       any_value(pharmacy_name) AS pharmacy_name,
       count(*) AS lines,
       min(sold_on) AS sold_on,
       arg_min(drug_name, sold_on) AS drug_name,
       min(sold_on) AS fact_date,
       CASE WHEN sold.store IS NULL THEN 'gap'
            WHEN bool_or(known.store IS NOT NULL) THEN 'ok'
            ELSE 'violation' END AS verdict
FROM sold
LEFT JOIN known ON known.store = sold.store
WHERE in_period(sold_on) IS NOT FALSE
GROUP BY sold.store
