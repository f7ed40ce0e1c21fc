SELECT list(_row ORDER BY _row) AS _rows, coalesce(norm_name(branch), '未填支部') AS key, any_value(branch) AS branch,
       count(DISTINCT coalesce(uscc, norm_name(entity))) AS entities,
       CASE WHEN norm_name(branch) IS NULL THEN 'gap' ELSE judge(entities <= $max_joint) END AS verdict
FROM business
WHERE NOT gone
  AND org_form IS DISTINCT FROM '单独组建'
  AND (branch IS NOT NULL OR org_form IN ('联合组建', '行业组建'))
GROUP BY norm_name(branch)
