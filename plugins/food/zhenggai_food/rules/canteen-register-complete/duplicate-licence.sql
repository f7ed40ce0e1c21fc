SELECT list(_row ORDER BY _row) AS _rows,
       upper(norm_text(licence_no)) AS key,
       any_value(licence_no) AS licence_no,
       count(*) AS times,
       string_agg(concat_ws('·', school_name, canteen_name), '、' ORDER BY _row) AS names,
       judge(count(*) = 1) AS verdict
FROM food.canteen_register
WHERE status IS DISTINCT FROM '注销'
  AND norm_text(licence_no) <> ''
GROUP BY upper(norm_text(licence_no))
