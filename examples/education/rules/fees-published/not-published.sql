SELECT _row,
       school,
       item,
       CASE
         WHEN published_on IS NOT NULL THEN 'ok'
         WHEN _row IN (SELECT _row FROM core.unread WHERE field = 'published_on') THEN 'gap'
         ELSE 'violation'
       END AS verdict
FROM education.fee_notice
