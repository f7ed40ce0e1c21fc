SELECT _row, name,
       approve_date_from AS started,
       oath_date_from AS done,
       add_months(approve_date_to, 1) AS "limit",
       add_months(approve_date_to, 1) AS due,
       approve_date_from AS fact_date,
       CASE WHEN oath_date_from > "limit" THEN 'violation'
            WHEN oath_date_to <= add_months(approve_date_from, 1) THEN 'ok'
            WHEN oath_date_from IS NOT NULL OR list_contains(unclear, 'oath_date') THEN 'gap'
            WHEN as_of() <= "limit" THEN 'pending'
            ELSE 'violation' END AS verdict
FROM dossier
WHERE approve_date_from IS NOT NULL
