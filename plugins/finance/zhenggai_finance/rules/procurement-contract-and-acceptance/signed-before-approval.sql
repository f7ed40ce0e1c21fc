SELECT [purchase._row, contract._row] AS _rows,
       purchase.purchase_no AS key,
       purchase.purchase_no AS purchase_no,
       content,
       sign_date,
       approve_date,
       purchase.amount AS amount,
       requester AS owner,
       sign_date AS fact_date,
       judge(approve_date <= sign_date) AS verdict
FROM purchase
JOIN contract ON contract.number = purchase.number
WHERE in_period(sign_date) IS NOT FALSE
