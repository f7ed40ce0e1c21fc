SELECT _row, branch, name,
       CASE WHEN contains(note, '失联') THEN 'doubt'
            WHEN _row IN (SELECT _row FROM core.unread WHERE field = 'note') THEN 'gap'
            ELSE 'ok' END AS verdict
FROM party.members
WHERE branch_out_date_from IS NULL
   OR branch_out_date_from >= period_start()
