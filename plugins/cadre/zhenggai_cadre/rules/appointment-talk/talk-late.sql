SELECT _row, name, intended_post, talked_on, doc_date,
       doc_date AS fact_date,
       CASE WHEN talk_date_from > doc_date + CAST($max_days AS INTEGER) THEN 'violation'
            WHEN talk_date_to <= doc_date + CAST($max_days AS INTEGER) THEN 'ok'
            ELSE 'gap' END AS verdict
FROM appointed
WHERE talk_date_from IS NOT NULL OR list_contains(unread, 'talk_date')
