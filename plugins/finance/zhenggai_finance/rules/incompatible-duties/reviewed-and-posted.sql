SELECT lines AS _rows,
       concat_ws('|', book_year, book_month, mark, serial) AS key,
       label,
       voucher_date,
       voucher_date AS fact_date,
       reviewer,
       reviewer AS owner,
       CASE WHEN reviewed_by_system OR posted_by_system THEN 'ok'
            ELSE judge(reviewer <> poster) END AS verdict
FROM voucher
WHERE NOT $auto_post
