SELECT quota_row,
       count(*) FILTER (NOT unsure) AS holders,
       count(*) FILTER (unsure) AS unsure,
       string_agg(name, '、' ORDER BY name) FILTER (NOT unsure) AS names,
       flatten(list(rows_found)) AS rows_found
FROM holder
GROUP BY quota_row
