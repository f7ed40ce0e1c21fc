SELECT _row, name, intended_post, inspected_on,
       coalesce(CAST(notice_date AS VARCHAR), strftime(notice_date_from, '%Y-%m')) AS noticed_on,
       decision_date AS fact_date,
       -- The same day is in order: the talks begin after the announcement is put up.
       CASE WHEN notice_date_from > inspect_start_to THEN 'violation'
            WHEN notice_date_to <= inspect_start_from THEN 'ok'
            ELSE 'gap' END AS verdict
FROM inspected
WHERE notice_date_from IS NOT NULL OR list_contains(unread, 'notice_date')
