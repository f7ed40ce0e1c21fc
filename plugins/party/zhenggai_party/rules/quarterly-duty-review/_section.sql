SELECT name, regexp_replace(norm_name(name), '市场监督管理|市场监管|食品药品监督管理', '', 'g') AS spelled
FROM core.sections
UNION
-- Without a list of the unit's own, the sections that the roster names.
SELECT DISTINCT unit, regexp_replace(norm_name(unit), '市场监督管理|市场监管|食品药品监督管理', '', 'g')
FROM cadre.roster
WHERE NOT EXISTS (SELECT 1 FROM core.sections)
  AND unit IS NOT NULL
  AND NOT regexp_matches(norm_text(unit), '局领导|班子|局长|党组')
