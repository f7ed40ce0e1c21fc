SELECT *,
       coalesce(contract_date, start_date, first_paid) IS NOT NULL AS under_way
FROM project
WHERE (coalesce(budget_amount, contract_amount) >= $min_amount) IS NOT FALSE
  AND (in_period(contract_date) OR in_period(start_date) OR in_period(first_paid)
       OR coalesce(contract_date, start_date, first_paid) IS NULL)
