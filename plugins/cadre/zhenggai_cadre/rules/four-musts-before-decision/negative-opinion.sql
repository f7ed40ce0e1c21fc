SELECT selected._row,
       name,
       intended_post,
       discipline_reply,
       doc_date,
       decision_date AS fact_date,
       -- “无不同意见”“不影响使用” are not refusals.
       CASE WHEN NOT regexp_matches(regexp_replace(norm_text(discipline_reply), '(无|没有)不同意见?|不影响', '', 'g'),
                  '不同意|暂缓|影响使用') THEN 'ok'
            WHEN doc_date IS NOT NULL THEN 'violation'
            ELSE 'gap' END AS verdict
FROM cadre.selection_register AS selected
WHERE kind IN ('提拔', '进一步使用')
  AND in_period(decision_date) IS NOT FALSE
  AND discipline_reply IS NOT NULL
