SELECT list(_row ORDER BY _row) AS _rows,
       coalesce(number, concat('row ', min(_row))) AS key,
       any_value(licence_no) AS licence_no,
       count(*) AS times,
       string_agg(pharmacy_name, '、' ORDER BY _row) AS names,
       string_agg(DISTINCT station, '、' ORDER BY station) AS owner,
       CASE WHEN number IS NULL THEN 'gap'
            ELSE judge(count(*) = 1) END AS verdict
FROM store
GROUP BY number, CASE WHEN number IS NULL THEN _row END
