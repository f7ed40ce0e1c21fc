SELECT number,
       CAST(unnest(regexp_extract_all(regexp_replace(norm_text(paid_dates), '[年月./]', '-', 'g'), '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}')) AS DATE) AS pay_date
FROM contract
