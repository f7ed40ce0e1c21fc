SELECT _row, name, intended_post, doc_date,
       doc_date AS fact_date,
       doc_date + CAST($max_days AS INTEGER) AS due,
       CASE WHEN talk_date_from IS NOT NULL THEN 'ok'
            WHEN list_contains(unread, 'talk_date') OR doc_date IS NULL THEN 'gap'
            WHEN as_of() <= due THEN 'pending'
            ELSE 'violation' END AS verdict
FROM appointed
