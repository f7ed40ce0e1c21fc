SELECT _row, name, birth_from AS birth, apply_date_from AS applied, apply_date_from AS fact_date,
       CASE WHEN apply_date_to < add_months(birth_from, 216) THEN 'violation'
            WHEN apply_date_from >= add_months(birth_to, 216) THEN 'ok'
            ELSE 'gap' END AS verdict
FROM dossier
