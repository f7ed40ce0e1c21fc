SELECT *,
       regexp_replace(regexp_replace(norm_text(concat_ws('', unit, CASE WHEN contains(norm_text(unit), norm_text(post)) THEN '' ELSE post END)),
         '[一二三四]级(主任科员|调研员)|副?主任科员', '', 'g'), '^.*(市场监督管理局|市场监管局|市监局)', '') AS place,
       norm_text(concat_ws('', post, unit)) AS title
FROM cadre.roster
WHERE NOT regexp_matches(norm_text(concat_ws(' ', status, remarks)), '退休|离职|调出|辞职|去世|死亡')
