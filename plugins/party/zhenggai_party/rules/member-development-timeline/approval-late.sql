SELECT _row, name, branch_meeting_from AS started, approve_date_from AS done,
       CASE WHEN nullif(trim(delay_reason), '') IS NULL THEN 3 ELSE 6 END AS months,
       add_months(branch_meeting_to, months) AS "limit",
       add_months(branch_meeting_to, months) AS due,
       branch_meeting_from AS fact_date,
       CASE WHEN approve_date_from > "limit" THEN 'violation'
            WHEN approve_date_to <= add_months(branch_meeting_from, months) THEN 'ok'
            WHEN approve_date_from IS NOT NULL OR list_contains(unclear, 'approve_date') THEN 'gap'
            WHEN as_of() <= "limit" THEN 'pending'
            ELSE 'violation' END AS verdict
FROM dossier
WHERE branch_meeting_from IS NOT NULL
