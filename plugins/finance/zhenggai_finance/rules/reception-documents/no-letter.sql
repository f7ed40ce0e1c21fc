SELECT _row,
       reception_date,
       visitor_unit,
       letter_no,
       norm_text(letter_no) AS letter,
       reception.amount AS cost,
       handler AS owner,
       reception_date AS fact_date,
       reception.amount AS amount,
       CASE WHEN $scan_meal_ok AND contains(concat_ws(' ', letter_no, settlement, remarks), '扫码') THEN 'ok'
            WHEN $phone_ok AND contains(letter, '电话') THEN 'ok'
            -- A letter said to exist, but not named, can be neither found nor denied.
            WHEN letter IN ('有', '是', '√', '✓', 'Y', '有函', '已附', '有公函', '见附件') THEN 'gap'
            WHEN regexp_matches(letter, '[0-9]') AND NOT contains(letter, '电话') THEN 'ok'
            WHEN reception_date IS NULL OR reception.amount IS NULL THEN 'gap'
            WHEN letter IS NULL
              OR letter IN ('', '无', '没有', '否', '-', '/', '—', '×', '无函', '无公函', '口头', '口头通知')
              OR contains(letter, '电话') THEN 'violation'
            ELSE 'gap' END AS verdict
FROM finance.reception_ledger AS reception
WHERE in_period(reception_date) IS NOT FALSE
  AND (amount > 0) IS NOT FALSE
