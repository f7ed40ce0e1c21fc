SELECT *,
       CAST(NULL AS VARCHAR) AS code,
       CASE WHEN school_type = '幼儿园' THEN $director_kindergarten
            WHEN school_type IN ('中职', '高校') THEN $director_other
            WHEN school_type IS NOT NULL THEN $director_school END AS threshold
FROM food.canteen_register
WHERE status IS NULL OR status = '正常'
