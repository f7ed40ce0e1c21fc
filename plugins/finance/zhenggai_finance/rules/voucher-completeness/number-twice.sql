SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', series, serial) AS key,
       series,
       serial,
       string_agg(DISTINCT CAST(voucher_date AS VARCHAR), '、') AS days,
       max(voucher_date) AS fact_date,
       CASE WHEN serial IS NULL OR count(*) > count(voucher_date) THEN 'gap'
            ELSE judge(count(DISTINCT voucher_date) = 1
                       AND count(line_no) = count(DISTINCT CASE WHEN line_no IS NOT NULL THEN concat(side, '|', line_no, '|', norm_text(voucher_no)) END)) END AS verdict
FROM numbered
WHERE NOT void
GROUP BY series, book_year, stretch, mark, serial
