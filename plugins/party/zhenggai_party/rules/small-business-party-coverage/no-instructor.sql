SELECT _row, entity, instructor, instructor AS owner,
       CASE WHEN norm_name(instructor) IN (SELECT norm_name(name) FROM cadre.roster WHERE name IS NOT NULL) THEN 'ok'
            WHEN _row IN (SELECT _row FROM core.unread WHERE field = 'instructor') THEN 'gap'
            ELSE 'violation' END AS verdict
FROM business
WHERE NOT gone
  AND org_form IS DISTINCT FROM '单独组建'
  AND NOT (organized IS TRUE AND org_form IS NULL)
