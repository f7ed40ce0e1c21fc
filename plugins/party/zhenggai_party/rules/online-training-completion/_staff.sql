SELECT _row, name, norm_name(name) AS person, unit,
       count(*) OVER (PARTITION BY norm_name(name)) AS namesakes
FROM cadre.roster
WHERE NOT regexp_matches(coalesce(norm_text(remarks), ''), '退休|离职|辞职|调出|调离|已故')
