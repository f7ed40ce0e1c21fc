SELECT _row,
       "no",
       finding,
       effective_day,
       completed_date,
       completed_date - effective_day AS days_late,
       leader AS owner,
       judge(completed_date <= effective_day) AS verdict
FROM due_rows
WHERE completed_date <= as_of()
  AND NOT (long_term AND effective_day IS NULL)
