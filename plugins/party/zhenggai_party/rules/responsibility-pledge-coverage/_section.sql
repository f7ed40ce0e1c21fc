SELECT name, head, regexp_replace(norm_name(name), '市场监督管理|市场监管|食品药品监督管理', '', 'g') AS spelled
FROM core.sections
WHERE norm_text(kind) IS DISTINCT FROM '领导班子'
