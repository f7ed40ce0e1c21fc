SELECT purchase._row AS _row,
       purchase_no,
       content,
       acceptors,
       buyer,
       purchase.amount AS amount,
       buyer AS owner,
       accept_date AS fact_date,
       CASE WHEN acceptors IS NULL THEN 'gap'
            ELSE judge(len(list_distinct(split_names(acceptors))) >= $min_acceptors
                       AND (list_distinct(split_names(acceptors)) = split_names(buyer)) IS DISTINCT FROM TRUE) END AS verdict
FROM purchase
LEFT JOIN contract ON contract.number = purchase.number
WHERE (acceptors IS NOT NULL OR accept_date IS NOT NULL)
  AND in_period(coalesce(accept_date, sign_date, purchase.award_date)) IS NOT FALSE
