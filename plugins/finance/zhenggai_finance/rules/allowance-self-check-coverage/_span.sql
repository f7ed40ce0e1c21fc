SELECT CAST(add_months(CAST($check_from || '-01' AS DATE), n) AS DATE) AS first_day
FROM (SELECT unnest(range(0, date_diff('month', CAST($check_from || '-01' AS DATE), CAST($check_to || '-01' AS DATE)) + 1)) AS n)
