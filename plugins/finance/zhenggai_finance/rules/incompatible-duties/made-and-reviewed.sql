SELECT lines AS _rows,
       concat_ws('|', book_year, book_month, mark, serial) AS key,
       label,
       voucher_date,
       voucher_date AS fact_date,
       maker,
       maker AS owner,
       CASE WHEN made_by_system OR reviewed_by_system THEN 'ok'
            ELSE judge(maker <> reviewer) END AS verdict
FROM voucher
