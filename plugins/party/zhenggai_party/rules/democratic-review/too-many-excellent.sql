SELECT list(_row ORDER BY _row) AS _rows,
       concat_ws('|', "year", any_value(branch)) AS key,
       any_value(branch) AS branch,
       "year" AS year,
       count(*) FILTER (grade IN ('优秀', '合格', '基本合格', '不合格')) AS graded,
       count(*) FILTER (grade = '优秀') AS excellent,
       count(*) FILTER (grade IS NULL AND nullif(trim(exempted), '') IS NULL) AS unclear,
       round(100.0 * excellent / nullif(graded, 0), 1) AS share,
       CASE WHEN graded + unclear = 0 THEN 'gap'
            -- A third written with four digits is still a third.
            WHEN round(excellent / (graded + unclear), 4) > $excellent_max THEN 'violation'
            WHEN unclear > 0 AND round((excellent + unclear) / (graded + unclear), 4) > $excellent_max THEN 'gap'
            ELSE 'ok' END AS verdict
FROM party.review_results
WHERE $excellent_max > 0
  AND "year" IN (SELECT year(first_day) FROM core.years)
GROUP BY "year", regexp_replace(replace(norm_name(branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g')
