SELECT _row,
       reception_date,
       visitor_unit,
       list_filter($luxury_words, lambda one: contains(goods, one)) AS words,
       handler AS owner,
       reception_date AS fact_date,
       CASE WHEN goods IS NULL THEN 'gap' ELSE judge(len(words) = 0) END AS verdict
FROM served
