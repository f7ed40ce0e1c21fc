SELECT list_prepend(quota._row, coalesce(rows_found, [])) AS _rows,
       concat_ws('|', norm_text(unit), level) AS key,
       unit, level, approved, coalesce(holders, 0) AS holders, coalesce(names, '无') AS names,
       greatest(coalesce(holders, 0) - approved, 0) AS excess,
       CASE WHEN approved IS NULL OR level IS NULL OR unit IS NULL THEN 'gap'
            WHEN coalesce(holders, 0) > approved THEN 'violation'
            WHEN coalesce(holders, 0) + coalesce(unsure, 0) > approved THEN 'gap'
            ELSE 'ok' END AS verdict
FROM quota
LEFT JOIN filled ON filled.quota_row = quota.quota_row
