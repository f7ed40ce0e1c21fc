SELECT _row, unit, level, approved,
       CASE WHEN approval_doc IS NOT NULL THEN 'ok'
            WHEN approved IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM cadre.post_quota
