SELECT _row, inspect_date, subject_name, checked_on,
       station AS owner,
       inspect_date AS fact_date,
       judge(checked_on >= inspect_date) AS verdict
FROM tracked
WHERE demanded
  AND checked_on IS NOT NULL
