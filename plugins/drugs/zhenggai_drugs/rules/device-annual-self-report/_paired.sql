-- By number; by name where the report has none; a head office names its stores in the remarks.
SELECT store._row AS store_row, report.report_year, report.submit_date, report.mistaken
FROM report
JOIN store USING (number)
UNION ALL
SELECT store._row, report.report_year, report.submit_date, report.mistaken
FROM report
JOIN store ON store.name = norm_name(report.enterprise_name)
WHERE report.number IS NULL
UNION ALL
SELECT store._row, listed.report_year, listed.submit_date, listed.mistaken
FROM (SELECT report_year, submit_date, mistaken, unnest(split_names(remarks)) AS store_name FROM report) AS listed
JOIN store ON store.name = norm_name(listed.store_name)
