SELECT _row, name, intended_post, decision_date,
       date_diff('month', current_rank_since, decision_date) AS served,
       decision_date AS fact_date,
       CASE WHEN norm_text(exceptional) NOT IN ('否', '无', '不是', '-', '—', '--', '/') THEN 'ok'
            ELSE judge(served >= $local_gu_months) END AS verdict
FROM cadre.selection_register
WHERE $local_gu_months > 0
  AND kind = '提拔'
  AND post_level = '股级'
  AND in_period(decision_date) IS NOT FALSE
