SELECT list_concat([kitchen_row], camera_rows) AS _rows,
       name,
       coalesce(CAST(last_online AS VARCHAR), '（没有记录）') AS last_online,
       rate,
       owner,
       CASE WHEN online THEN 'ok'
            WHEN online IS NULL THEN 'gap'
            WHEN rate < $target THEN 'violation'
            ELSE 'doubt' END AS verdict
FROM judged
WHERE connected
