WITH tested AS (
  SELECT *,
         -- The last full calendar year, unless the register names the year.
         coalesce(training_year, year(as_of() + 1) - 1) AS in_year
  FROM food.safety_staff_register
  WHERE role IN ('食品安全总监', '食品安全员')
)
SELECT _row,
       subject_name,
       role,
       person_name,
       in_year AS year,
       training_hours,
       floor($min_hours * CASE WHEN year(appoint_date) = in_year
                               THEN 12 - month(appoint_date) + CASE WHEN day(appoint_date) = 1 THEN 1 ELSE 0 END
                               ELSE 12 END / 12) AS required,
       make_date(in_year, 12, 31) AS fact_date,
       judge(training_hours >= required) AS verdict
FROM tested
WHERE (year(appoint_date) <= in_year) IS NOT FALSE
