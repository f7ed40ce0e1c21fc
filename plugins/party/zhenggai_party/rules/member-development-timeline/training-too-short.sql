SELECT _row, name, training_start_from AS started, training_end_from AS ended, training_hours AS hours,
       training_end_from AS fact_date,
       CASE WHEN training_hours >= 24 OR training_end - training_start + 1 >= 3 THEN 'ok'
            WHEN training_hours < 24 AND training_end - training_start + 1 < 3 THEN 'violation'
            WHEN training_hours < 24 AND training_start_from IS NULL AND training_end_from IS NULL THEN 'violation'
            WHEN training_end - training_start + 1 < 3 AND training_hours IS NULL AND NOT list_contains(unclear, 'training_hours') THEN 'violation'
            ELSE 'gap' END AS verdict
FROM dossier
WHERE training_start_from IS NOT NULL
   OR training_end_from IS NOT NULL
   OR training_hours IS NOT NULL
   OR list_has_any(unclear, ['training_start', 'training_end', 'training_hours'])
