SELECT _row,
       date,
       topic,
       "due" AS expected,
       present,
       date AS fact_date,
       CASE WHEN nullif(trim(makeup), '') IS NOT NULL THEN 'ok'
            WHEN present > "due" THEN 'gap'
            ELSE judge(present >= "due") END AS verdict
FROM party.study_group
WHERE in_period(date) IS NOT FALSE
  AND form IS DISTINCT FROM '个人自学'
