SELECT _row, name, intended_post, decision_date,
       date_diff('month', current_post_since, decision_date) AS served,
       CASE WHEN contains(intended_post, '副') THEN 36 ELSE 24 END AS wanted,
       date_diff('month', work_month, decision_date) AS seniority,
       decision_date AS fact_date,
       CASE WHEN served < wanted OR seniority < 60 THEN 'doubt'
            WHEN served IS NULL OR seniority IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM cadre.selection_register
WHERE kind = '提拔'
  AND post_level = '县处级'
  AND in_period(decision_date) IS NOT FALSE
