WITH stock AS (
  SELECT *, last_day_in(expiry) AS last_day
  FROM drugs.stock_list
  WHERE in_period(check_date) IS NOT FALSE
    AND batch_no IS NOT NULL
)
SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', norm_name(pharmacy_name), norm_text(drug_name), upper(norm_text(batch_no))) AS key,
       any_value(pharmacy_name) AS pharmacy_name,
       any_value(drug_name) AS drug_name,
       any_value(batch_no) AS batch_no,
       count(DISTINCT last_day) AS times,
       string_agg(DISTINCT expiry, '、' ORDER BY expiry) AS dates,
       CASE WHEN times > 1 THEN 'violation'
            WHEN times = 1 AND count(*) = count(last_day) THEN 'ok'
            ELSE 'gap' END AS verdict
FROM stock
GROUP BY norm_name(pharmacy_name), norm_text(drug_name), upper(norm_text(batch_no))
