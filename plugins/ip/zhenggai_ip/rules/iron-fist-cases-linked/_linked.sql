SELECT campaign_row, case_row, count(*) OVER (PARTITION BY campaign_row) = 1 AS sure
FROM (FROM by_number UNION FROM by_serial UNION FROM by_party)
