SELECT _row,
       kind,
       problem_id,
       CASE WHEN kind IS NULL THEN 'gap' ELSE judge(trim(coalesce(task, '')) <> '') END AS verdict
FROM rectification.three_lists
WHERE kind IS NULL
   OR kind IN ('任务清单', '整改清单')
