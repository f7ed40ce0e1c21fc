SELECT contract_row AS _row,
       project_no,
       project_name,
       contract_no,
       coalesce(sort_name, '类别不明') AS sort_name,
       estimate,
       line,
       coalesce(method, '未写') AS method_name,
       estimate AS amount,
       sign_date AS fact_date,
       CASE WHEN estimate IS NULL OR sort_name IS NULL THEN CASE WHEN method = '公开招标' THEN 'ok' ELSE 'gap' END
            WHEN estimate < line OR method = '公开招标' THEN 'ok'
            WHEN bound_to_tender IS NULL OR method IS NULL THEN 'gap'
            -- An invited tender with state funds in control needs an approval.
            WHEN tendered THEN CASE WHEN approved_change IS NULL THEN 'gap' ELSE 'ok' END
            WHEN excepted THEN 'ok'
            ELSE 'violation' END AS verdict
FROM lined
WHERE in_period(sign_date) IS NOT FALSE
