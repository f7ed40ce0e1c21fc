SELECT _row,
       name,
       intended_post,
       decision_date,
       discipline_reply,
       decision_date AS fact_date,
       CASE WHEN discipline_reply_date = decision_date THEN 'violation'
            WHEN discipline_reply_date_to < decision_date OR discipline_reply_date_from > decision_date THEN 'ok'
            ELSE 'gap' END AS verdict
FROM cadre.selection_register
WHERE kind IN ('提拔', '进一步使用')
  AND in_period(decision_date) IS NOT FALSE
  -- Without the reply itself it is told as done after the meeting.
  AND discipline_reply IS NOT NULL
  AND discipline_reply_date_from IS NOT NULL
