SELECT _row, name, extended_months, full_meeting_from AS fact_date,
       judge(extended_months BETWEEN 6 AND 12) AS verdict
FROM dossier
WHERE extended_months > 0
   OR list_contains(unclear, 'extended_months')
