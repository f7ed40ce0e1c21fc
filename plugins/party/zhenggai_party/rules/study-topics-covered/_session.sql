SELECT _row,
       date,
       year(date) AS study_year,
       form,
       regexp_replace(norm_text(topic), '[（(][^）)]*[）)]|[《》“”"]|中国共产党|中共|党的|精神|公报|学习|传达|贯彻|落实|习近平总书记|关于|的', '', 'g') AS studied
FROM party.study_group
WHERE date IS NOT NULL
  AND topic IS NOT NULL
