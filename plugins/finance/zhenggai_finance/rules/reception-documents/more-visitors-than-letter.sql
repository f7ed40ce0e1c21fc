SELECT _row,
       reception_date,
       visitor_unit,
       visitor_count,
       letter_persons,
       reception.amount AS cost,
       handler AS owner,
       reception_date AS fact_date,
       judge(visitor_count <= letter_persons) AS verdict
FROM finance.reception_ledger AS reception
WHERE in_period(reception_date) IS NOT FALSE
  AND (amount > 0) IS NOT FALSE
  AND letter_persons IS NOT NULL
