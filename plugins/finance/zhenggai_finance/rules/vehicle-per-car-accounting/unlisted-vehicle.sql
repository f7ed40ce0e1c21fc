WITH listed AS (
  SELECT upper(regexp_replace(norm_text(plate), '[·•・‧.-]', '', 'g')) AS car,
         coalesce(in_service, DATE '0001-01-01') AS first_day,
         coalesce(out_service, DATE '9999-12-31') AS last_day
  FROM finance.vehicle_ledger
  WHERE plate IS NOT NULL
), record AS (
  SELECT _row, plate, date AS day, '费用' AS what, amount AS cost
  FROM finance.vehicle_cost_log
  WHERE plate IS NOT NULL
  UNION ALL
  SELECT _row, plate, out_time, '用车', NULL
  FROM finance.vehicle_trip_log
), matched AS (
  SELECT record._row,
         count(listed.car) AS known,
         bool_or(day BETWEEN first_day AND last_day) AS in_use
  FROM record
  LEFT JOIN listed ON listed.car = upper(regexp_replace(norm_text(record.plate), '[·•・‧.-]', '', 'g'))
  GROUP BY record._row
)
SELECT record._row,
       plate,
       day,
       what,
       cost AS amount,
       CASE WHEN known = 0 THEN '公务用车台账没有这辆车' ELSE '不在台账所列的启用至处置期间' END AS reason,
       day AS fact_date,
       CASE WHEN plate IS NULL THEN 'gap'
            WHEN known = 0 THEN 'violation'
            ELSE judge(in_use) END AS verdict
FROM record
JOIN matched ON matched._row = record._row
WHERE in_period(day) IS NOT FALSE
