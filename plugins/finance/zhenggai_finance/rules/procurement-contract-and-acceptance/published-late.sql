WITH signed AS MATERIALIZED (
  SELECT list_filter([contract._row, purchase._row], lambda one: one IS NOT NULL) AS _rows,
         contract.number AS number,
         contract.contract_no AS contract_no,
         contract.title AS title,
         sign_date,
         publish_date,
         add_workdays(sign_date, 2) AS limit_day,
         buyer,
         contract.amount AS amount
  FROM purchase
  JOIN contract ON contract.number = purchase.number
  WHERE government
    AND in_period(sign_date) IS NOT FALSE
    AND is_secret IS DISTINCT FROM TRUE
)
SELECT _rows,
       number AS key,
       contract_no,
       title,
       sign_date,
       publish_date,
       limit_day,
       buyer AS owner,
       amount,
       sign_date AS fact_date,
       limit_day AS due,
       CASE WHEN sign_date IS NULL OR limit_day IS NULL THEN 'gap'
            WHEN publish_date IS NOT NULL THEN judge(publish_date <= limit_day)
            WHEN as_of() <= limit_day THEN 'pending'
            ELSE 'violation' END AS verdict
FROM signed
