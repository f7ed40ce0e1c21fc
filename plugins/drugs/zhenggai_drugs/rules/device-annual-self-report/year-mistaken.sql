SELECT _row,
       enterprise_name,
       submit_date,
       report_year,
       year,
       submit_date AS fact_date,
       CASE WHEN report_year = year THEN 'ok'
            ELSE judge(NOT mistaken) END AS verdict
FROM report
WHERE (report_year >= year) IS NOT FALSE
