SELECT _row, name, licence_no, licence_issue, licence_expiry, owner,
       add_months(licence_issue, 60) - 1 AS longest,
       licence_issue AS fact_date,
       -- Printing the day of issue again as the last day is common and tolerated.
       judge(valid_until <= add_months(licence_issue, 60)) AS verdict
FROM licence
WHERE licence_issue IS NOT NULL
  AND licence_expiry IS NOT NULL
  AND NOT lasting
