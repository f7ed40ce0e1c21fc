SELECT _row,
       pharmacy_name,
       licence_no,
       station AS owner,
       CASE WHEN licence_expiry IS NULL THEN 'violation'
            WHEN day_in(licence_expiry) IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM drugs.pharmacy_register
WHERE status IS NULL OR status = '在营'
