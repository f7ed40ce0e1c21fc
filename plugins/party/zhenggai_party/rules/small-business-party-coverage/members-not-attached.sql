SELECT _row, entity, full_members, instructor AS owner,
       CASE WHEN nullif(trim(branch), '') IS NOT NULL THEN 'ok'
            WHEN _row IN (SELECT _row FROM core.unread WHERE field = 'branch') THEN 'gap'
            ELSE 'violation' END AS verdict
FROM business
WHERE NOT gone
  AND full_members BETWEEN 1 AND $own_branch - 1
