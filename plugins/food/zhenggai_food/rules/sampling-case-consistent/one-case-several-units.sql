SELECT list(_row ORDER BY _row) AS _rows,
       number AS key,
       any_value(case_no) AS case_no,
       count(DISTINCT coalesce(code, norm_name(sampled_unit))) AS times,
       string_agg(DISTINCT sampled_unit, '、' ORDER BY sampled_unit) AS units,
       CASE WHEN count(DISTINCT norm_name(sampled_unit)) > 1 AND times > 1 THEN 'violation'
            WHEN count(sampled_unit) < count(*) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM sample
WHERE number IS NOT NULL
GROUP BY number
