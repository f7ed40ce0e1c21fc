SELECT _row,
       reception_date,
       visitor_unit,
       concat_ws('、', CASE WHEN visitor_names IS NULL THEN '接待对象姓名' END, CASE WHEN list_signer IS NULL THEN '清单审签人' END) AS missing,
       reception.amount AS cost,
       handler AS owner,
       reception_date AS fact_date,
       CASE WHEN missing = '' THEN 'ok'
            WHEN reception_date IS NULL OR reception.amount IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM finance.reception_ledger AS reception
WHERE in_period(reception_date) IS NOT FALSE
  AND (amount > 0) IS NOT FALSE
