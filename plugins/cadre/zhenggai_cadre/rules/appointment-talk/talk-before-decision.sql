SELECT _row, name, intended_post, talked_on, decision_date,
       decision_date AS fact_date,
       CASE WHEN talk_date_to < decision_date THEN 'violation'
            WHEN talk_date_from >= decision_date THEN 'ok'
            ELSE 'gap' END AS verdict
FROM appointed
WHERE talk_date_from IS NOT NULL OR list_contains(unread, 'talk_date')
