SELECT quota_row, norm_name(ranked.name) AS person, any_value(ranked.name) AS name,
       min(post_since) AS since, bool_and(ranked.level IS NULL) AS unsure, list(ranked._row) AS rows_found
FROM quota
JOIN ranked ON (
    (quota.place <> '' AND starts_with(ranked.place, quota.place) AND (ranked.level = quota.level OR (ranked.level IS NULL AND regexp_matches(ranked.place, '负责人|长$'))))
    OR (quota.place = '' AND quota.level LIKE '乡科级%' AND ranked.level = quota.level)
    OR (quota.level LIKE '%主任科员' AND contains(quota.level, left(norm_text(ranked.rank), 2)) AND contains(norm_text(ranked.rank), '主任科员')
        AND starts_with(ranked.place, quota.place)))
  AND on_quota IS DISTINCT FROM FALSE
  AND NOT (acting AND quota.level NOT LIKE '%主任科员')
WHERE NOT EXISTS (SELECT 1 FROM exempt WHERE exempt.quota_row = quota.quota_row AND exempt.person = norm_name(ranked.name))
GROUP BY quota_row, norm_name(ranked.name)
