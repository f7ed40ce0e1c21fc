SELECT _row,
       label AS subject,
       name,
       subject_type,
       coalesce(risk_grade, '未评') AS risk_grade,
       label AS year,
       last_day AS due,
       last_day AS fact_date,
       CASE WHEN visits > 0 THEN 'ok'
            WHEN NOT ended THEN 'pending'
            WHEN unclear > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM counted
WHERE key_operator
