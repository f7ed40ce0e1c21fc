SELECT regexp_extract(replace(upper(norm_text(patent_no)), '.', ''), '(\d{12}|\d{8})[0-9X]?$', 1) AS "right",
       any_value(_row) AS patent_row,
       any_value(holder) AS holder,
       any_value(kind) AS kind,
       any_value(applied_date) AS applied_date,
       any_value(granted_date) AS granted_date,
       any_value(ended_date) AS ended_date,
       any_value(legal_status) AS legal_status
FROM ip.patent_register
GROUP BY ALL
