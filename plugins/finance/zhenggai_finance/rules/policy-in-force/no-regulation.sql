SELECT 'total' AS key,
       CASE WHEN EXISTS (
              SELECT 1 FROM finance.policy_document
              WHERE contains(title, '财务')
                AND regexp_matches(title, '制度|办法|规定|规范')) THEN 'ok'
            WHEN EXISTS (SELECT 1 FROM finance.policy_document WHERE nullif(trim(title), '') IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
