SELECT _row,
       concat_ws('|', report, title, measure, text, n) AS key,
       report,
       title,
       text,
       first_day,
       report_date,
       sentence,
       judge(first_day <= report_date) AS verdict
FROM named
WHERE holiday = ''
