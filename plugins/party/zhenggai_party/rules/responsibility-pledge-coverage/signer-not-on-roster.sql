SELECT pledge._row,
       pledge.person AS subject,
       pledge.person,
       pledge."year" AS year,
       pledge.unit AS owner,
       pledge.date AS fact_date,
       CASE WHEN pledge.person IS NULL THEN 'gap'
            ELSE judge(pledge.person IN (SELECT person FROM staff WHERE person IS NOT NULL)
              OR pledge.person IN (SELECT norm_name(head) FROM section WHERE head IS NOT NULL)) END AS verdict
FROM pledge
WHERE pledge."year" IS NULL
   OR pledge."year" IN (SELECT year(first_day) FROM core.years)
