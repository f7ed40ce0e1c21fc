WITH batch AS (
  SELECT norm_name(pharmacy_name) AS store,
         norm_text(drug_name) AS drug,
         upper(norm_text(batch_no)) AS batch,
         min(_row) AS stock_row,
         -- Where the records contradict each other the later date counts; the contradiction is reported by itself.
         max(last_day_in(expiry)) AS last_day
  FROM drugs.stock_list
  GROUP BY ALL
),
sale AS (
  SELECT *, day_in(sale_time) AS sold_on
  FROM drugs.rx_sale_export
  WHERE qty > 0 IS NOT FALSE
    AND batch_no IS NOT NULL
)
SELECT [sale._row, batch.stock_row] AS _rows,
       sale.pharmacy_name,
       receipt_no,
       drug_name,
       batch_no,
       sold_on,
       last_day,
       sold_on AS fact_date,
       judge(sold_on <= last_day) AS verdict
FROM sale
JOIN batch ON batch.store = norm_name(sale.pharmacy_name)
  AND batch.drug = norm_text(sale.drug_name)
  AND batch.batch = upper(norm_text(sale.batch_no))
WHERE in_period(sold_on) IS NOT FALSE
