WITH government_contract AS (
  SELECT DISTINCT number
  FROM purchase
  WHERE government
    -- Works are followed by the rule on works payments.
    AND NOT EXISTS (SELECT 1 FROM finance.works_ledger AS works WHERE norm_text(works.contract_no) = purchase.number)
)
SELECT list_concat([any_value(contract._row)], list(extra._row ORDER BY extra._row)) AS _rows,
       contract.number AS key,
       any_value(contract.contract_no) AS contract_no,
       any_value(contract.amount) AS contract_amount,
       count(*) AS additions,
       sum(extra.amount) AS added,
       round(any_value(contract.amount) * 0.1, 2) AS allowed,
       sum(extra.amount) - any_value(contract.amount) * 0.1 AS amount,
       max(extra.sign_date) AS fact_date,
       CASE WHEN sum(extra.amount) > any_value(contract.amount) * 0.1 THEN 'violation'
            WHEN count(*) > count(extra.amount) OR any_value(contract.amount) IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM contract
JOIN government_contract ON government_contract.number = contract.number
JOIN contract AS extra ON extra.parent = contract.number
GROUP BY contract.number
HAVING bool_or(in_period(extra.sign_date) IS NOT FALSE)
