SELECT _row, who, item, paid, paid AS amount,
       concat_ws('、', CASE WHEN date IS NULL THEN '退款日期' END, CASE WHEN trim(coalesce(voucher, '')) = '' THEN '凭证号' END) AS missing,
       CASE WHEN paid IS NULL THEN 'gap' ELSE judge(missing = '') END AS verdict
FROM rectification.recovered_money
WHERE paid IS NULL
   OR paid > 0
