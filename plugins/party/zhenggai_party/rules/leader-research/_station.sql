SELECT name, regexp_replace(norm_name(name), '市场监督管理|市场监管|食品药品监督管理', '', 'g') AS spelled
FROM core.sections
WHERE regexp_matches(concat_ws(' ', kind, name), '所|站|中心|大队|支队|分局|事业单位|下属')
UNION
SELECT DISTINCT unit, regexp_replace(norm_name(unit), '市场监督管理|市场监管|食品药品监督管理', '', 'g')
FROM cadre.roster
WHERE NOT EXISTS (SELECT 1 FROM core.sections)
  AND regexp_matches(norm_text(unit), '(所|分局|中心|大队)$')
