SELECT *,
       upper(regexp_replace(norm_text(device_no), '[()\[\]〔〕【】]', '', 'g')) AS number,
       year(as_of()) - 1 AS year,
       CASE WHEN $roll_weekend THEN next_workday(make_date(year(as_of()), 3, 31))
            ELSE make_date(year(as_of()), 3, 31) END AS limit_day,
       -- Filed in the first quarter for the year just begun: last year's report with a wrong year.
       report_year = year + 1 AND submit_date <= limit_day AS mistaken
FROM drugs.device_self_report
