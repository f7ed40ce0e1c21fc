SELECT _row,
       CASE WHEN pay_for <> pay_month THEN month END AS subject,
       month,
       person,
       item,
       coalesce(strftime(valid_from, '%Y年%m月'), '（未写起始）') AS since,
       coalesce(strftime(valid_to, '%Y年%m月'), '（未写截止）') AS till,
       round(amount, 2) AS amount,
       person AS owner,
       pay_for AS fact_date,
       judge(permitted) AS verdict
FROM classed
WHERE based
  AND NOT (coalesce(forbidden, FALSE) AND NOT coalesce(permitted, FALSE))
