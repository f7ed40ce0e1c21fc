SELECT _row,
       school_name AS name,
       licensee,
       station AS owner,
       CASE WHEN licensee IS NULL OR school_name IS NULL THEN 'gap'
            WHEN name_fits(licensee, school_name) THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM food.canteen_register
WHERE (status IS NULL OR status = '正常')
  AND operation_mode = '委托承包'
