SELECT lines AS _rows,
       concat_ws('|', book_year, book_month, mark, serial) AS key,
       label,
       voucher_date,
       voucher_date AS fact_date,
       cashier,
       cashier AS owner,
       concat_ws('、', CASE WHEN cashier = maker THEN '制单' END, CASE WHEN cashier = reviewer THEN '审核' END, CASE WHEN cashier = poster THEN '记账' END) AS roles,
       CASE WHEN roles <> '' THEN 'violation'
            WHEN (maker IS NULL AND made_by_system IS NOT TRUE)
              OR (reviewer IS NULL AND reviewed_by_system IS NOT TRUE)
              OR (poster IS NULL AND posted_by_system IS NOT TRUE) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM voucher
WHERE cashier IS NOT NULL
