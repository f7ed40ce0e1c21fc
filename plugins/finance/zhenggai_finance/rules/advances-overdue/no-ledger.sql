SELECT list(_row ORDER BY _row) AS _rows,
       'total' AS key,
       any_value(concat(fiscal_year, '年', label, '期')) AS label,
       sum(closing) AS booked,
       sum(closing) AS amount,
       CASE WHEN EXISTS (SELECT 1 FROM finance.advance_ledger) THEN 'ok'
            WHEN sum(closing) <> 0 THEN 'violation'
            WHEN count(*) > count(closing) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM latest
WHERE starts_with(code, '1218')
HAVING count(*) > 0
