SELECT _row, name,
       branch_meeting_from AS started,
       full_meeting_from AS done,
       add_months(branch_meeting_from, 12 + coalesce(extended_months, 0)) AS "limit",
       full_meeting_from AS fact_date,
       CASE WHEN full_meeting_to < "limit" THEN 'violation'
            WHEN full_meeting_from >= add_months(branch_meeting_to, 12 + coalesce(extended_months, 0)) THEN 'ok'
            ELSE 'gap' END AS verdict
FROM dossier
WHERE full_meeting_from IS NOT NULL
  AND (branch_meeting_from IS NOT NULL OR list_contains(unclear, 'branch_meeting'))
