SELECT _row, name, licence_no, licence_expiry,
       as_of() - valid_until AS days,
       owner,
       CASE WHEN valid_until IS NULL THEN 'gap'
            -- Valid through the end of the last day.
            ELSE judge(as_of() <= valid_until) END AS verdict
FROM licence
WHERE licence_expiry IS NOT NULL
  AND NOT lasting
