SELECT _row, branch, secretary, founded_to, dissolved_from, regexp_replace(replace(norm_name(split_names(branch)[1]), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS name
FROM party.branches
WHERE coalesce(level, CASE WHEN contains(branch, '党委') THEN '基层党委' WHEN contains(branch, '总支') THEN '党总支' ELSE '党支部' END) = '党支部'
