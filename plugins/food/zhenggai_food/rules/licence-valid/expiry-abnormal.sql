SELECT _row, name, licence_no,
       coalesce(licence_expiry, '空') AS licence_expiry,
       owner,
       CASE WHEN valid_until IS NOT NULL OR filed_only THEN 'ok'
            WHEN licence_expiry IS NULL OR lasting THEN 'violation'
            ELSE 'gap' END AS verdict
FROM licence
