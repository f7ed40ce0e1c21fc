-- Declared pay below the floor or above the cap is raised or lowered to it.
SELECT _row,
       strftime(month, '%Y年%m月') AS month,
       person,
       scheme,
       base,
       CASE WHEN declared_base < $base_floor THEN $base_floor
            WHEN $base_cap > 0 AND declared_base > $base_cap THEN $base_cap
            ELSE declared_base END AS expected,
       $base_tolerance AS tolerance,
       person AS owner,
       contribution.month AS fact_date,
       CASE WHEN $base_floor > 0 AND base < $base_floor OR $base_cap > 0 AND base > $base_cap THEN 'violation'
            WHEN declared_base IS NULL THEN 'gap'
            ELSE judge(abs(base - expected) <= $base_tolerance) END AS verdict
FROM finance.contribution_detail AS contribution
WHERE in_period(contribution.month) IS NOT FALSE
  AND NOT contains(coalesce(remarks, ''), '补缴')
