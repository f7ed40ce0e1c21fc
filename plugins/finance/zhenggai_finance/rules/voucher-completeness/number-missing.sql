WITH number AS (
  SELECT series,
         book_year,
         stretch,
         mark,
         serial,
         min(_row) AS _row,
         max(voucher_date) AS voucher_date
  FROM numbered
  GROUP BY ALL
),
chained AS (
  SELECT *,
         lag(serial) OVER (PARTITION BY book_year, stretch, mark ORDER BY serial) AS before
  FROM number
)
SELECT _row,
       concat_ws('|', series, serial) AS key,
       series,
       serial,
       before,
       before + 1 AS from_number,
       serial - 1 AS to_number,
       voucher_date AS fact_date,
       CASE WHEN serial IS NULL THEN 'gap'
            ELSE judge(coalesce(serial - before = 1, TRUE)) END AS verdict
FROM chained
