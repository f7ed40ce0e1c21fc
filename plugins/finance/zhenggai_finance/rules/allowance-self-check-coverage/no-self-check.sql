SELECT 'total' AS key,
       add_months(CAST($check_to || '-01' AS DATE), 1) AS due,
       CASE WHEN EXISTS (
              SELECT 1 FROM finance.allowance_self_check
              WHERE coalesce(document_kind, '自查表') = '自查表'
                AND person IS NOT NULL
                AND month IS NOT NULL) THEN 'ok'
            WHEN as_of() < CAST($check_to || '-01' AS DATE) THEN 'pending'
            WHEN EXISTS (SELECT 1 FROM finance.allowance_self_check) THEN 'gap'
            ELSE 'violation' END AS verdict
