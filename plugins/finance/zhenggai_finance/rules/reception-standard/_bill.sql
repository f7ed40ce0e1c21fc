SELECT reception._row,
       string_agg(line.goods, ' ') AS goods
FROM (SELECT _row, unnest(split_names(norm_text(invoice_no))) AS number FROM finance.reception_ledger) AS reception
JOIN line ON line.number = reception.number
GROUP BY reception._row
