WITH said AS (
  SELECT _row, norm_text(problem_id) AS problem_id, kind, '责任领导' AS what, list_sort(list_distinct(split_names(leader))) AS names
  FROM rectification.three_lists
  WHERE leader IS NOT NULL
  UNION ALL
  SELECT _row, norm_text(problem_id) AS problem_id, kind, '责任单位' AS what, list_sort(list_distinct(split_names(unit))) AS names
  FROM rectification.three_lists
  WHERE unit IS NOT NULL
)
SELECT list(DISTINCT _row ORDER BY _row) AS _rows,
       coalesce(problem_id, '无序号') || '|' || what AS key,
       problem_id,
       what,
       string_agg(DISTINCT kind || '：' || array_to_string(names, '、'), '；' ORDER BY kind || '：' || array_to_string(names, '、')) AS told,
       CASE WHEN problem_id IS NULL THEN 'gap' ELSE judge(count(DISTINCT names) = 1) END AS verdict
FROM said
GROUP BY problem_id, what
HAVING count(DISTINCT kind) > 1
   OR problem_id IS NULL
