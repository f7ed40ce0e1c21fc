WITH -- A return is netted within its receipt only.
receipt AS (
  SELECT store, sold_on, drug,
         list(_row) AS sale_rows,
         min(_row) AS line_row,
         any_value(pharmacy_name) AS pharmacy_name,
         any_value(drug_name) AS drug_name,
         sum(qty) AS net,
         bool_or(unclear) AS unclear
  FROM line
  WHERE in_period(sold_on) IS NOT FALSE
  GROUP BY store, sold_on, drug, receipt_no, CASE WHEN unclear OR receipt_no IS NULL THEN _row END
),
sale AS (
  SELECT store, sold_on, drug, unclear,
         list_sort(flatten(list(sale_rows))) AS _rows,
         any_value(pharmacy_name) AS pharmacy_name,
         any_value(drug_name) AS drug_name,
         sum(net) AS sold
  FROM receipt
  WHERE net > 0 OR unclear
  GROUP BY store, sold_on, drug, unclear, CASE WHEN unclear THEN line_row END
),
registered AS (
  SELECT store, sale_date, drug,
         sum(qty) AS registered,
         count(*) - count(qty) AS unread
  FROM entry
  GROUP BY store, sale_date, drug
)
SELECT sale._rows,
       CASE WHEN sale.unclear THEN NULL ELSE concat_ws('|', sale.sold_on, sale.store, sale.drug) END AS key,
       sale.pharmacy_name,
       sale.sold_on,
       sale.drug_name,
       sale.sold,
       coalesce(registered.registered, 0) AS registered,
       sale.sold - coalesce(registered.registered, 0) AS short,
       sale.sold_on AS fact_date,
       CASE WHEN sale.unclear THEN 'gap'
            WHEN sale.sold <= coalesce(registered.registered, 0) THEN 'ok'
            WHEN registered.unread > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM sale
LEFT JOIN registered
  ON registered.store = sale.store
 AND registered.sale_date = sale.sold_on
 AND registered.drug = sale.drug
