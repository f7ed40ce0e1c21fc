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
       CASE WHEN any_value(store.device_issue) IS NULL THEN '，备案或许可日期不详' ELSE '' END AS since,
       any_value(store.year) AS year,
       any_value(store.station) AS owner,
       store.limit_day AS due,
       CASE WHEN bool_or(paired.report_year = store.year OR paired.mistaken) THEN 'ok'
            WHEN store.limit_day IS NULL THEN 'gap'
            WHEN as_of() <= store.limit_day THEN 'pending'
            WHEN count(*) FILTER (paired.store_row IS NOT NULL
              AND (paired.report_year IS NULL OR (paired.mistaken IS NULL AND paired.submit_date IS NULL))) > 0 THEN 'gap'
            -- Closed, but nobody wrote when.
            WHEN any_value(store.status) IN ('注销', '吊销') AND any_value(store.closed_on) IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM store
LEFT JOIN paired ON paired.store_row = store._row
GROUP BY store._row, store.limit_day
