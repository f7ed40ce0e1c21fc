SELECT _row,
       pharmacy_name,
       licence_no,
       licence_expiry,
       day_in(licence_expiry) AS valid_until,
       as_of() - valid_until AS days,
       station AS owner,
       -- Valid through the end of the last day.
       judge(as_of() <= valid_until) AS verdict
FROM drugs.pharmacy_register
WHERE (status IS NULL OR status = '在营')
  AND licence_expiry IS NOT NULL
