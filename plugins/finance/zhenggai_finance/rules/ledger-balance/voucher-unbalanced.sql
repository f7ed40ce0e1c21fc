-- A voucher with parallel entries balances twice: each side is tested alone.
SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', book_year, book_month, mark, serial, side) AS key,
       book_year AS year,
       book_month AS month,
       mark,
       serial,
       side,
       sum(debits) AS debits,
       sum(credits) AS credits,
       sum(debits) - sum(credits) AS difference,
       abs(difference) AS amount,
       any_value(maker) AS owner,
       max(voucher_date) AS fact_date,
       CASE WHEN count(*) > count(debits) OR count(*) > count(credits) OR serial = '' OR serial IS NULL OR side IS NULL THEN 'gap'
            ELSE judge(abs(difference) < $tolerance) END AS verdict
FROM entry
WHERE in_period(voucher_date) IS NOT FALSE
GROUP BY book_year, book_month, mark, serial, side
