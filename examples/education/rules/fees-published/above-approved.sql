SELECT _row,
       school,
       item,
       charged,
       standard,
       greatest(charged - standard, 0) AS amount,
       judge(charged <= standard) AS verdict
FROM education.fee_notice
