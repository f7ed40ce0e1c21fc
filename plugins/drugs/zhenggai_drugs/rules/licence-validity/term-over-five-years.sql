SELECT _row,
       pharmacy_name,
       licence_no,
       licence_issue,
       licence_expiry,
       add_months(licence_issue, 60) - 1 AS longest,
       station AS owner,
       licence_issue AS fact_date,
       -- Licences that print the day of issue again as the last day are common: one day is tolerated.
       judge(day_in(licence_expiry) <= add_months(licence_issue, 60)) AS verdict
FROM drugs.pharmacy_register
WHERE (status IS NULL OR status = '在营')
  AND licence_issue IS NOT NULL
  AND licence_expiry IS NOT NULL
