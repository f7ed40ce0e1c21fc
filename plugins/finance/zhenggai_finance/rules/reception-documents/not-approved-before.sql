SELECT _row,
       reception_date,
       visitor_unit,
       approval_date,
       reception.amount AS cost,
       handler AS owner,
       reception_date AS fact_date,
       CASE WHEN reception_date IS NULL THEN 'gap'
            WHEN approval_date <= reception_date THEN 'ok'
            WHEN reception.amount IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM finance.reception_ledger AS reception
WHERE in_period(reception_date) IS NOT FALSE
  AND (amount > 0) IS NOT FALSE
