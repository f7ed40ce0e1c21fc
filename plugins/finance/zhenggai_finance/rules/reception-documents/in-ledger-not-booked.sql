SELECT listed._row,
       reception_date,
       visitor_unit,
       voucher_no,
       listed.amount AS cost,
       listed.amount AS amount,
       handler AS owner,
       reception_date AS fact_date,
       make_date(year(reception_date), 12, 31) AS due,
       CASE WHEN match.id IS NOT NULL THEN 'ok'
            WHEN reception_date IS NULL OR listed.amount IS NULL THEN 'gap'
            WHEN voucher_no IS NULL AND EXISTS (
              SELECT 1 FROM voucher
              WHERE voucher.spent = listed.amount
                AND year(voucher.voucher_date) = year(reception_date)
                AND voucher.voucher_date >= reception_date) THEN 'ok'
            WHEN as_of() < due THEN 'pending'
            ELSE 'violation' END AS verdict
FROM listed
LEFT JOIN match ON match._row = listed._row
WHERE in_period(reception_date) IS NOT FALSE
  AND (listed.amount > 0) IS NOT FALSE
