-- Numbers begin anew each month: the first voucher of that number from the month of the visit on.
SELECT listed._row,
       arg_min(voucher.id, voucher.voucher_date) AS id
FROM listed
JOIN voucher ON voucher.serial = listed.serial
WHERE (voucher.mark = listed.mark OR voucher.mark = '' OR listed.mark = '')
  AND (voucher.voucher_date >= date_trunc('month', listed.reception_date)) IS NOT FALSE
GROUP BY listed._row
