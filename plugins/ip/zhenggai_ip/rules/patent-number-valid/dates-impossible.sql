SELECT _row,
       number,
       number AS subject,
       CASE WHEN size = 12 THEN TRY_CAST(left(base, 4) AS INTEGER)
            -- Two-digit years are those of applications from 1985 to 2003.
            WHEN TRY_CAST(left(base, 2) AS INTEGER) >= 85 THEN 1900 + TRY_CAST(left(base, 2) AS INTEGER)
            ELSE 2000 + TRY_CAST(left(base, 2) AS INTEGER) END AS year,
       applied_date,
       granted_date,
       granted_date AS fact_date,
       CASE WHEN year(granted_date) < year OR granted_date < applied_date THEN 'violation'
            WHEN granted_date IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM number
WHERE size IS NOT NULL
  AND (paper = 'register' OR granted_date IS NOT NULL)
  AND paper <> 'pledge'
