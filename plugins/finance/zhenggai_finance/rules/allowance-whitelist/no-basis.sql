SELECT _row,
       CASE WHEN pay_for <> pay_month THEN month END AS subject,
       month,
       person,
       item,
       CASE WHEN matches > 0 AND NOT coalesce(based, FALSE) THEN '清单有此项目但没有发放依据'
            WHEN list_contains($catch_all, name) THEN '列名笼统，清单没有列明'
            WHEN undated THEN '补发没有写明所属月份'
            ELSE '清单没有此项目' END AS why,
       round(amount, 2) AS amount,
       person AS owner,
       coalesce(pay_for, pay_month) AS fact_date,
       CASE WHEN name IS NULL OR amount IS NULL THEN 'gap'
            WHEN based THEN CASE WHEN undated THEN 'gap' ELSE 'ok' END
            WHEN matches = 0 AND list_contains($catch_all, name) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM classed
WHERE NOT (coalesce(forbidden, FALSE) AND NOT coalesce(permitted, FALSE))
