SELECT list_concat(any_value(voucher.lines), list(listed._row ORDER BY listed._row)) AS _rows,
       concat_ws('|', voucher.voucher_date, voucher.mark, voucher.serial) AS key,
       voucher.voucher_date,
       any_value(voucher.voucher_no) AS voucher_no,
       any_value(voucher.spent) AS booked,
       sum(listed.amount) AS listed,
       booked - sum(listed.amount) AS difference,
       abs(difference) AS amount,
       any_value(voucher.maker) AS owner,
       voucher.voucher_date AS fact_date,
       CASE WHEN count(*) > count(listed.amount) OR any_value(unreadable) > 0 THEN 'gap'
            ELSE judge(abs(difference) < 0.01) END AS verdict
FROM voucher
JOIN match ON match.id = voucher.id
JOIN listed ON listed._row = match._row
WHERE in_period(voucher.voucher_date) IS NOT FALSE
GROUP BY voucher.id, voucher.voucher_date, voucher.mark, voucher.serial
