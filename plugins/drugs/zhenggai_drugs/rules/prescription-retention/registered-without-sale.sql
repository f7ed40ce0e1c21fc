WITH span AS (
  SELECT store, min(sold_on) AS first_day, max(sold_on) AS last_day
  FROM line
  GROUP BY store
)
SELECT entry._row,
       entry.pharmacy_name,
       entry.sale_date,
       coalesce(entry.drug_name, '（药品名称空）') AS drug_name,
       entry.sale_date AS fact_date,
       CASE WHEN entry.drug IS NULL THEN 'gap'
            WHEN sale.drug IS NOT NULL THEN 'ok'
            ELSE 'doubt' END AS verdict
FROM entry
-- Only the days of which the store's sales were handed in.
JOIN span
  ON span.store = entry.store
 AND entry.sale_date BETWEEN span.first_day AND span.last_day
LEFT JOIN (SELECT DISTINCT store, sold_on, drug FROM line WHERE qty > 0 IS NOT FALSE) AS sale
  ON sale.store = entry.store
 AND sale.sold_on = entry.sale_date
 AND sale.drug = entry.drug
WHERE in_period(entry.sale_date)
