SELECT kitchen_row,
       list(entry_row ORDER BY entry_row) AS camera_rows,
       string_agg(DISTINCT coalesce(mode, '（方式空）') || CASE WHEN online_status = '未接入' THEN '·未接入' ELSE '' END, '、') AS modes,
       bool_or(sure AND list_contains($accepted_modes, mode) AND online_status IS DISTINCT FROM '未接入') AS connected,
       bool_or(NOT sure OR mode IS NULL) AS unclear,
       max(last_online) FILTER (sure) AS last_online,
       bool_or(CASE WHEN online_status = '在线' OR last_online >= as_of() - $offline_days THEN TRUE
                    WHEN online_status = '离线' OR last_online < as_of() - $offline_days THEN FALSE END)
         FILTER (sure AND list_contains($accepted_modes, mode)) AS online
FROM connection
JOIN food.kitchen_camera_list AS listed ON listed._row = connection.entry_row
GROUP BY kitchen_row
