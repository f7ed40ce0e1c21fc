WITH signed AS MATERIALIZED (
  SELECT list_filter([contract._row, purchase._row], lambda one: one IS NOT NULL) AS _rows,
         contract.number AS number,
         contract.contract_no AS contract_no,
         contract.title AS title,
         sign_date,
         record_date,
         add_workdays(sign_date, 7) AS limit_day,
         buyer,
         contract.amount AS amount
  FROM purchase
  JOIN contract ON contract.number = purchase.number
  WHERE government
    AND in_period(sign_date) IS NOT FALSE
)
SELECT _rows,
       number AS key,
       contract_no,
       title,
       sign_date,
       record_date,
       limit_day,
       buyer AS owner,
       amount,
       sign_date AS fact_date,
       limit_day AS due,
       CASE WHEN sign_date IS NULL OR limit_day IS NULL THEN 'gap'
            WHEN record_date IS NOT NULL THEN judge(record_date <= limit_day)
            WHEN as_of() <= limit_day THEN 'pending'
            ELSE 'violation' END AS verdict
FROM signed
