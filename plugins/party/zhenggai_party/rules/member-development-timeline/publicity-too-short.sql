SELECT _row, name, object_publicity_start AS started, object_publicity_end AS ended, object_date_from AS done,
       workdays_between(CAST(object_publicity_start - 1 AS DATE), object_publicity_end) AS days,
       object_date_from AS fact_date,
       CASE WHEN days >= $publicity_days AND object_date_from > object_publicity_end THEN 'ok'
            -- The national text asks for publicity from the new rules on; earlier it is a hint.
            WHEN object_date_to < $new_rules_from THEN 'doubt'
            WHEN object_date_from < $new_rules_from THEN 'gap'
            WHEN list_has_any(unclear, ['object_publicity_start', 'object_publicity_end', 'object_date']) THEN 'gap'
            WHEN object_publicity_start IS NOT NULL AND object_publicity_end IS NOT NULL AND days IS NULL THEN 'gap'
            WHEN object_publicity_start_from IS NOT NULL AND object_publicity_start IS NULL THEN 'gap'
            WHEN object_date IS NULL AND days >= $publicity_days THEN 'gap'
            ELSE 'violation' END AS verdict
FROM dossier
WHERE object_date_from IS NOT NULL
