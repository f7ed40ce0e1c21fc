SELECT list_concat([kitchen_row], camera_rows) AS _rows,
       name,
       CASE WHEN modes IS NULL THEN '清单没有此单位' ELSE '清单登记为' || modes END AS what,
       rate,
       owner,
       CASE WHEN connected THEN 'ok'
            WHEN unclear THEN 'gap'
            WHEN rate < $target THEN 'violation'
            ELSE 'doubt' END AS verdict
FROM judged
