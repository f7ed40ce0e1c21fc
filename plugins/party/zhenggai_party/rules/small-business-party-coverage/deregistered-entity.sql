SELECT _row, entity,
       CASE WHEN gone THEN 'doubt'
            WHEN _row IN (SELECT _row FROM core.unread WHERE field = 'state') THEN 'gap'
            ELSE 'ok' END AS verdict
FROM business
