SELECT _row,
       number,
       number AS subject,
       right_check,
       CASE WHEN given_check = '' THEN '现缺校验位，可能因表格按数字存储而丢失' ELSE '现为' || given_check END AS what,
       -- A cell kept as a number drops “.0”: only then may the missing character be put back.
       CASE WHEN given_check = right_check OR (given_check = '' AND right_check = '0') THEN 'ok'
            WHEN given_check = '' THEN 'doubt'
            ELSE 'violation' END AS verdict
FROM number
WHERE size IS NOT NULL
  AND type_digit IN ('1', '2', '3', '8', '9')
