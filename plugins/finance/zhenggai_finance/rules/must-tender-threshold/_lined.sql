SELECT *,
       CASE sort_name WHEN '施工' THEN $construction WHEN '设备材料' THEN $goods WHEN '勘察设计监理' THEN $services END AS line,
       method IN ('公开招标', '邀请招标') AS tendered,
       len(list_filter($exceptions, lambda one: contains(reasons, one))) > 0 AS excepted
FROM contract
