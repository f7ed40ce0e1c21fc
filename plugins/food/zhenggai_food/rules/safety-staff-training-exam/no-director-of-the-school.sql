SELECT canteen._row,
       school_name,
       station AS owner,
       CASE WHEN diners < threshold THEN 'ok'
            WHEN diners IS NULL OR threshold IS NULL THEN 'gap'
            WHEN school.name IS NOT NULL THEN 'ok'
            ELSE 'doubt' END AS verdict
FROM canteen
LEFT JOIN (SELECT DISTINCT norm_name(subject_name) AS name
           FROM food.safety_staff_register
           WHERE role = '食品安全总监') AS school ON school.name = norm_name(canteen.school_name)
WHERE operation_mode = '委托承包'
  -- No director at all is reported as such.
  AND (diners IS NULL OR threshold IS NULL OR diners < threshold
       OR canteen._row IN (SELECT canteen_row FROM staffed WHERE role = '食品安全总监'))
