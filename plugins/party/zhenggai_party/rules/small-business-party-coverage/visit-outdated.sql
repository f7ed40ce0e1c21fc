SELECT _row, entity, visit_date, instructor AS owner, add_months(as_of(), -$visit_months) AS since,
       CASE WHEN visit_date >= add_months(as_of(), -$visit_months) THEN 'ok'
            WHEN _row IN (SELECT _row FROM core.unread WHERE field = 'visit_date') THEN 'gap'
            ELSE 'violation' END AS verdict
FROM business
WHERE NOT gone
