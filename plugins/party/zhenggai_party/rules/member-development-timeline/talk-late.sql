SELECT _row, name,
       apply_date_from AS started,
       talk_date_from AS done,
       add_months(apply_date_to, 1) AS "limit",
       add_months(apply_date_to, 1) AS due,
       apply_date_from AS fact_date,
       CASE WHEN talk_date_from > "limit" THEN 'violation'
            WHEN talk_date_to <= add_months(apply_date_from, 1) THEN 'ok'
            WHEN talk_date_from IS NOT NULL OR list_contains(unclear, 'talk_date') THEN 'gap'
            WHEN as_of() <= "limit" THEN 'pending'
            ELSE 'violation' END AS verdict
FROM dossier
WHERE apply_date_from IS NOT NULL
