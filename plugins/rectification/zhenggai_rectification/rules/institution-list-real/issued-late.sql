SELECT _row, name, plan, coalesce(issued, as_of()) AS issued, coalesce(issued, as_of()) - plan AS days, unit AS owner,
       CASE WHEN issued IS NULL AND status IN ('已印发', '已修订') THEN 'gap'
            ELSE judge(coalesce(issued, as_of()) - plan <= $late_days) END AS verdict
FROM rectification.institutions
WHERE plan IS NOT NULL
  AND kind IN ('新建', '修订')
