SELECT label, year(first_day) AS year_number, quarter(first_day) AS quarter_number, last_day, ended
FROM core.quarters
