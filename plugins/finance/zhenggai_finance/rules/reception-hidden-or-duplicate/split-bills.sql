WITH bill AS (
  SELECT norm_text(invoice_no) AS number,
         min(_row) AS _row,
         any_value(coalesce(upper(norm_text(seller_tax_id)), norm_name(seller_name))) AS seller,
         any_value(seller_name) AS seller_name,
         any_value(issue_date) AS issue_date,
         CASE WHEN count(*) = count(total) THEN sum(total) END AS total
  FROM finance.invoice_register
  WHERE regexp_matches(concat_ws(' ', item_name, spec), '餐')
    AND (total > 0) IS NOT FALSE
    AND in_period(issue_date) IS NOT FALSE
  GROUP BY norm_text(invoice_no)
), chained AS (
  SELECT *,
         lag(number) OVER run AS before_number,
         lag(issue_date) OVER run AS before_date
  FROM bill
  WINDOW run AS (PARTITION BY seller, length(number) ORDER BY number)
), marked AS (
  -- A new run begins where the number does not follow, or the days lie too far apart, and the day is another.
  SELECT *,
         CASE WHEN issue_date = before_date
                OR (left(number, -8) = left(before_number, -8)
                    AND regexp_full_match(right(number, 8), '[0-9]{1,8}')
                    AND regexp_full_match(right(before_number, 8), '[0-9]{1,8}')
                    AND CAST(nullif(regexp_extract(right(number, 8), '^[0-9]+$'), '') AS BIGINT)
                        = CAST(nullif(regexp_extract(right(before_number, 8), '^[0-9]+$'), '') AS BIGINT) + 1
                    AND abs(issue_date - before_date) <= $split_days)
              THEN 0 ELSE 1 END AS fresh
  FROM chained
), run AS (
  SELECT *,
         sum(fresh) OVER (PARTITION BY seller, length(number) ORDER BY number) AS run
  FROM marked
)
SELECT list(_row ORDER BY number) AS _rows,
       concat_ws('|', any_value(seller), min(number)) AS key,
       any_value(seller_name) AS seller_name,
       concat_ws('至', min(issue_date), max(issue_date)) AS days,
       count(*) AS times,
       string_agg(number, '、' ORDER BY number) AS numbers,
       sum(total) AS amount,
       max(issue_date) AS fact_date,
       CASE WHEN count(*) > count(total) OR count(*) > count(issue_date) THEN 'gap'
            WHEN count(*) > 1 AND max(total) < $bill_limit AND sum(total) >= $bill_limit THEN 'violation'
            ELSE 'ok' END AS verdict
FROM run
GROUP BY seller, length(number), run
