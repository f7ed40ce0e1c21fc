SELECT _row,
       reception_date,
       visitor_unit,
       reception.amount AS cost,
       handler AS owner,
       reception_date AS fact_date,
       CASE WHEN coalesce(invoice_no, voucher_no) IS NOT NULL THEN 'ok'
            WHEN reception_date IS NULL OR reception.amount IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM finance.reception_ledger AS reception
WHERE in_period(reception_date) IS NOT FALSE
  AND (amount > 0) IS NOT FALSE
