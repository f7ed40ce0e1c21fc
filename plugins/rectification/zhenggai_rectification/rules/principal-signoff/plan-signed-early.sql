SELECT _row,
       title AS plan,
       title AS key,
       signed_by,
       signed_on,
       coalesce(date, issued_on) AS issued,
       CASE WHEN signed_by IS NULL OR signed_on IS NULL THEN '签字人或者签字日期没有写明'
            WHEN signed_on < issued THEN '签字早于方案印发'
            WHEN signed_on > as_of() THEN '签字日期在检查日之后'
            ELSE '' END AS outcome,
       CASE WHEN signed_by IS NULL OR signed_on IS NULL OR issued IS NULL THEN 'gap'
            ELSE judge(signed_on BETWEEN issued AND as_of()) END AS verdict
FROM rectification.plan_document
