SELECT _row, inspect_date, subject_name, checked_on, latest,
       workdays_between(latest, checked_on) AS late,
       station AS owner,
       inspect_date AS fact_date,
       judge(checked_on <= latest) AS verdict
FROM tracked
WHERE demanded
  AND checked_on IS NOT NULL
  AND rectify_deadline IS NOT NULL
  AND (deadline < inspect_date) IS NOT TRUE
  AND (checked_on < inspect_date) IS NOT TRUE
