SELECT owed.evidence_rows AS _rows,
       concat_ws('|', owed.branch_name, owed.name, strftime(owed."month", '%Y-%m')) AS key,
       owed.branch, owed.name, strftime(owed."month", '%Y-%m') AS month_label, owed.months_since,
       add_months(owed."month", $max_arrears + 1) - 1 AS due,
       owed."month" AS fact_date,
       CASE WHEN owed.state = 'settled' THEN 'ok'
            WHEN owed.months_since <= $max_arrears THEN 'pending'
            WHEN owed.state = 'unknown' THEN 'gap'
            ELSE 'violation' END AS verdict
FROM owed
LEFT JOIN long_run
  ON long_run.person = owed.person
 AND long_run.branch_name IS NOT DISTINCT FROM owed.branch_name
 AND owed."month" BETWEEN long_run.first_month AND long_run.last_month
WHERE in_period(owed."month")
  -- Six months in a row are reported as that.
  AND long_run.person IS NULL
