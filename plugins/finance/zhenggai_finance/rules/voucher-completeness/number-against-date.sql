WITH number AS (
  SELECT series,
         book_year,
         book_month,
         mark,
         serial,
         min(_row) AS _row,
         min(voucher_date) AS voucher_date
  FROM numbered
  WHERE serial IS NOT NULL
    AND NOT void
  GROUP BY ALL
),
chained AS (
  SELECT *,
         max(voucher_date) OVER (PARTITION BY book_year, book_month, mark ORDER BY serial ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before_day
  FROM number
)
SELECT _row,
       concat_ws('|', series, book_month, serial) AS key,
       series,
       serial,
       voucher_date,
       before_day,
       before_day - voucher_date AS days,
       voucher_date AS fact_date,
       CASE WHEN voucher_date IS NULL THEN 'gap'
            WHEN before_day - voucher_date > $order_days THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM chained
