SELECT _row,
       number,
       number AS subject,
       type_digit,
       kind,
       CASE WHEN type_digit IN ('1', '8') THEN '发明'
            WHEN type_digit IN ('2', '9') THEN '实用新型'
            WHEN type_digit = '3' THEN '外观设计' END AS number_kind,
       judge(number_kind = kind) AS verdict
FROM number
WHERE size IS NOT NULL
  AND type_digit IN ('1', '2', '3', '8', '9')
  AND (paper = 'register' OR kind IS NOT NULL)
