WITH report AS (
  SELECT *,
         upper(regexp_replace(norm_text(device_no), '[()\[\]〔〕【】]', '', 'g')) AS number,
         year(as_of()) - 1 AS year,
         CASE WHEN $roll_weekend THEN next_workday(make_date(year(as_of()), 3, 31))
              ELSE make_date(year(as_of()), 3, 31) END AS limit_day,
         -- Filed in the first quarter for the year just begun: last year's report with a wrong year.
         report_year = year + 1 AND submit_date <= limit_day AS mistaken
  FROM drugs.device_self_report
),
store AS (
  SELECT *,
         upper(regexp_replace(norm_text(device_no), '[()\[\]〔〕【】]', '', 'g')) AS number,
         norm_name(pharmacy_name) AS name,
         year(as_of()) - 1 AS year,
         CASE WHEN $roll_weekend THEN next_workday(make_date(year(as_of()), 3, 31))
              ELSE make_date(year(as_of()), 3, 31) END AS limit_day
  FROM drugs.pharmacy_register
  WHERE norm_text(device_no) <> ''
    AND (device_issue <= make_date(year(as_of()) - 1, 12, 31)) IS NOT FALSE
    AND (status IN ('注销', '吊销') IS NOT TRUE OR (closed_on >= make_date(year(as_of()), 1, 1)) IS NOT FALSE)
),
-- By number; by name where the report has none; a head office names its stores in the remarks.
paired AS (
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
)
SELECT store._row,
       any_value(store.pharmacy_name) AS pharmacy_name,
       any_value(store.device_no) AS device_no,
       any_value(store.year) AS year,
       min(paired.submit_date) AS filed,
       store.limit_day AS "limit",
       filed - store.limit_day AS days,
       any_value(store.station) AS owner,
       store.limit_day AS fact_date,
       -- The first report counts; a corrected one handed in later is not late.
       CASE WHEN filed <= store.limit_day THEN 'ok'
            WHEN count(paired.submit_date) < count(*) THEN 'gap'
            ELSE judge(filed <= store.limit_day) END AS verdict
FROM store
JOIN paired ON paired.store_row = store._row
WHERE paired.report_year = store.year
GROUP BY store._row, store.limit_day
