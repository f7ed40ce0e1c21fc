SELECT list(_row ORDER BY _row) AS _rows,
       upper(norm_text(licence_no)) AS key,
       any_value(licence_no) AS licence_no,
       count(DISTINCT norm_name(name)) AS times,
       string_agg(DISTINCT name, '、' ORDER BY name) AS names,
       CASE WHEN count(DISTINCT norm_name(name)) > 1
             -- One code under two names is one operator.
             AND NOT (count(uscc) = count(*) AND count(DISTINCT upper(norm_text(uscc))) = 1) THEN 'violation'
            WHEN count(name) < count(*) AND count(*) > 1 THEN 'gap'
            ELSE 'ok' END AS verdict
FROM food.operator_register
WHERE (status IS NULL OR status = '在营')
  AND licence_no IS NOT NULL
GROUP BY upper(norm_text(licence_no))
