SELECT _row,
       number,
       CASE WHEN number <> '' THEN number END AS subject,
       CASE WHEN number = '' OR regexp_matches(upper(number), 'E[+]?\d') THEN 'gap'
            WHEN size IS NULL OR type_digit NOT IN ('1', '2', '3', '8', '9') THEN 'violation'
            ELSE 'ok' END AS verdict
FROM number
