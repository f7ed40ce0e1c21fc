WITH sentinel AS (
  SELECT unnest($must_report) AS unit
),
reported AS (
  SELECT norm_name(reporter) AS reporter, year(coalesce(report_date, aware_date)) AS in_year
  FROM drugs.adr_ledger
),
undated AS (
  SELECT DISTINCT reporter FROM reported WHERE in_year IS NULL
)
SELECT concat_ws('|', unit, label) AS key,
       unit,
       label AS year,
       unit AS owner,
       last_day AS due,
       CASE WHEN reported.reporter IS NOT NULL THEN 'ok'
            WHEN NOT ended THEN 'pending'
            WHEN undated.reporter IS NOT NULL THEN 'gap'
            ELSE 'doubt' END AS verdict
FROM sentinel
CROSS JOIN core.years
LEFT JOIN (SELECT DISTINCT reporter, in_year FROM reported) AS reported
  ON reported.reporter = norm_name(unit) AND reported.in_year = year(first_day)
LEFT JOIN undated ON undated.reporter = norm_name(unit)
