SELECT _row,
       pharmacy_name,
       licence_no,
       licence_expiry,
       day_in(licence_expiry) AS valid_until,
       add_months(valid_until, -$renew_by_months) AS ask_by,
       station AS owner,
       CASE WHEN valid_until IS NULL THEN 'gap'
            WHEN as_of() > ask_by AND renewal_applied IS NULL THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM drugs.pharmacy_register
WHERE (status IS NULL OR status = '在营')
  AND licence_expiry IS NOT NULL
  AND (valid_until < as_of()) IS NOT TRUE
