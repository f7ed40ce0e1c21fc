WITH award AS (
  SELECT number,
         list(_row ORDER BY _row) AS purchase_rows,
         string_agg(purchase_no, '、' ORDER BY purchase_no) AS purchase_no,
         CASE WHEN count(*) = count(amount) THEN sum(amount) END AS amount,
         any_value(buyer) AS buyer
  FROM purchase
  WHERE government
    AND number IS NOT NULL
  GROUP BY number
)
SELECT list_concat(purchase_rows, [contract._row]) AS _rows,
       contract.number AS key,
       purchase_no,
       contract_no,
       award.amount AS award_amount,
       contract.amount AS contract_amount,
       contract.amount - award.amount AS difference,
       abs(difference) AS amount,
       buyer AS owner,
       sign_date AS fact_date,
       judge(abs(difference) < 0.01) AS verdict
FROM award
JOIN contract ON contract.number = award.number
WHERE in_period(sign_date) IS NOT FALSE
