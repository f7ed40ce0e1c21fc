SELECT _row,
       reception_date,
       visitor_unit,
       list_filter($alcohol_words, lambda one: contains(goods, one)) AS words,
       CASE WHEN reception_date < DATE '2025-05-02' THEN '；此前全国只禁高档酒水，请按当地当时规定核实'
            WHEN reception_date < DATE '2025-05-18' THEN '；条例5月2日修订、5月18日公布'
            ELSE '' END AS note,
       handler AS owner,
       reception_date AS fact_date,
       CASE WHEN goods IS NULL THEN 'gap'
            WHEN len(words) = 0 THEN 'ok'
            WHEN reception_date >= DATE '2025-05-02' THEN 'violation'
            ELSE 'gap' END AS verdict
FROM served
