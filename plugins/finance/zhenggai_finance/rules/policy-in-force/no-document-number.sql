SELECT _row,
       title,
       issued AS fact_date,
       CASE WHEN doc_no IS NOT NULL THEN 'ok'
            WHEN unreadable THEN 'gap'
            ELSE 'violation' END AS verdict
FROM newest
