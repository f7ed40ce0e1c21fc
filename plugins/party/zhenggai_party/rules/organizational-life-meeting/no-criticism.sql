SELECT _row, held_by AS branch, date, host AS owner, date AS fact_date,
       CASE WHEN nullif(trim(concat_ws('', content, resolution)), '') IS NULL THEN 'gap'
            ELSE judge(contains(concat_ws(' ', content, resolution), '自我批评')
              AND contains(replace(concat_ws(' ', content, resolution), '自我批评', ''), '批评')) END AS verdict
FROM life
