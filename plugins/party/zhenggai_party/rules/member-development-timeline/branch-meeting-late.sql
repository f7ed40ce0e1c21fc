SELECT _row, name,
       pre_review_from AS started,
       branch_meeting_from AS done,
       add_months(pre_review_to, 1) AS "limit",
       add_months(pre_review_to, 1) AS due,
       pre_review_from AS fact_date,
       CASE WHEN branch_meeting_from > "limit" THEN 'violation'
            WHEN branch_meeting_to <= add_months(pre_review_from, 1) THEN 'ok'
            WHEN branch_meeting_from IS NOT NULL OR list_contains(unclear, 'branch_meeting') THEN 'gap'
            WHEN as_of() <= "limit" THEN 'pending'
            ELSE 'violation' END AS verdict
FROM dossier
WHERE pre_review_from IS NOT NULL
