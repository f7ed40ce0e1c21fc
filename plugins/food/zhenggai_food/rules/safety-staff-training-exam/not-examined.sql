SELECT _row, subject_name, role, person_name,
       CASE WHEN passed OR failed_on IS NOT NULL THEN 'ok'
            WHEN unclear > 0 OR person_name IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM examined
