SELECT _row,
       contract_no,
       title,
       deposit_amount AS held,
       deposit.amount AS contract_amount,
       round(contract_amount * $bond_cap, 2) AS allowed,
       held - allowed AS amount,
       sign_date AS fact_date,
       judge(held <= contract_amount * $bond_cap) AS verdict
FROM deposit
WHERE sort = 'bond'
