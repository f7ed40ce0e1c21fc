SELECT _row, name,
       full_meeting_from AS started,
       full_approve_from AS done,
       add_months(full_meeting_to, 3) AS "limit",
       add_months(full_meeting_to, 3) AS due,
       full_meeting_from AS fact_date,
       CASE WHEN full_approve_from > "limit" THEN 'violation'
            WHEN full_approve_to <= add_months(full_meeting_from, 3) THEN 'ok'
            WHEN full_approve_from IS NOT NULL OR list_contains(unclear, 'full_approve') THEN 'gap'
            WHEN as_of() <= "limit" THEN 'pending'
            ELSE 'violation' END AS verdict
FROM dossier
WHERE full_meeting_from IS NOT NULL
