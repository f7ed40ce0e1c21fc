SELECT list(_row ORDER BY _row) AS _rows, coalesce(norm_name(instructor), '未填') AS key, any_value(instructor) AS instructor,
       any_value(instructor) AS owner, count(DISTINCT coalesce(uscc, norm_name(entity))) AS entities,
       CASE WHEN norm_name(instructor) IS NULL THEN 'gap' ELSE judge(entities <= $max_load) END AS verdict
FROM business
WHERE NOT gone
  AND (instructor IS NOT NULL OR _row IN (SELECT _row FROM core.unread WHERE field = 'instructor'))
GROUP BY norm_name(instructor)
