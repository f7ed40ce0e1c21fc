SELECT _row, subject_name, role, person_name, failed_on,
       failed_on AS fact_date,
       failed_on + $makeup_days AS due,
       CASE WHEN passed THEN 'ok'
            WHEN as_of() <= failed_on + $makeup_days THEN 'pending'
            WHEN unclear > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM examined
WHERE failed_on IS NOT NULL
