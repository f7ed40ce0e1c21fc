SELECT *,
       upper(regexp_replace(norm_text(device_no), '[()\[\]〔〕【】]', '', 'g')) AS number,
       norm_name(pharmacy_name) AS name,
       year(as_of()) - 1 AS year,
       CASE WHEN $roll_weekend THEN next_workday(make_date(year(as_of()), 3, 31))
            ELSE make_date(year(as_of()), 3, 31) END AS limit_day
FROM drugs.pharmacy_register
WHERE norm_text(device_no) <> ''
  AND (device_issue <= make_date(year(as_of()) - 1, 12, 31)) IS NOT FALSE
  AND (status IN ('注销', '吊销') IS NOT TRUE OR (closed_on >= make_date(year(as_of()), 1, 1)) IS NOT FALSE)
