SELECT _row, date, form, date AS fact_date,
       CASE WHEN nullif(trim(evidence), '') IS NOT NULL AND trim(evidence) <> '无' THEN 'ok'
            WHEN _row IN (SELECT _row FROM core.unread WHERE field = 'evidence') THEN 'gap'
            ELSE 'violation' END AS verdict
FROM party.warning_education
WHERE in_period(date) IS NOT FALSE
