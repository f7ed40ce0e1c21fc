SELECT min(_row) AS id,
       list(_row ORDER BY _row) AS lines,
       voucher_date,
       mark,
       serial,
       any_value(voucher_no) AS voucher_no,
       any_value(summary) AS summary,
       any_value(maker) AS maker,
       sum(spent) AS spent,
       count(*) FILTER (coalesce(debit, credit, amount) IS NULL) AS unreadable
FROM line
GROUP BY voucher_date, mark, serial
