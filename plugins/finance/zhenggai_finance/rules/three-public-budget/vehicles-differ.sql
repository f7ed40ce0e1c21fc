WITH unread AS (
  SELECT count(*) > 0 AS any_unread
  FROM core.unread
  JOIN finance.vehicle_ledger AS vehicle ON vehicle._row = unread._row
  WHERE field IN ('in_service', 'out_service')
), owned AS (
  SELECT label,
         count(vehicle._row) AS vehicles
  FROM core.years AS year
  LEFT JOIN finance.vehicle_ledger AS vehicle
    ON coalesce(in_service, DATE '1900-01-01') <= last_day
   AND coalesce(out_service, DATE '9999-12-31') > last_day
  GROUP BY label
)
SELECT report._row,
       fiscal_year AS year,
       coalesce(CAST(report.vehicles AS VARCHAR), '（空）') AS published,
       owned.vehicles AS ledger,
       last_day AS fact_date,
       last_day AS due,
       CASE WHEN NOT ended THEN 'pending'
            WHEN any_unread THEN 'gap'
            ELSE judge(coalesce(report.vehicles, CASE WHEN owned.vehicles > 0 THEN -1 ELSE 0 END) = owned.vehicles) END AS verdict
FROM finance.three_public_report AS report
JOIN core.years AS span ON CAST(label AS INTEGER) = fiscal_year
JOIN owned ON owned.label = span.label
JOIN unread ON TRUE
WHERE report.item = '公务用车运行维护费'
